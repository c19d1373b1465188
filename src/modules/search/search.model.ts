import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../core/graphql/index.js';
import { JobPosting } from '../job-postings/index.js';
import type { TextReading } from './posting-finder.service.js';
import type { Understanding } from './query/understand.js';

const SearchFacetName = {
  REGION: 'REGION',
  OCCUPATION: 'OCCUPATION',
  INDUSTRY: 'INDUSTRY',
  PAY: 'PAY',
  EDUCATION: 'EDUCATION',
  ENGAGEMENT_TYPE: 'ENGAGEMENT_TYPE',
  EMPLOYER_KIND: 'EMPLOYER_KIND',
  PUBLICATION: 'PUBLICATION',
} as const;
export type SearchFacetName = keyof typeof SearchFacetName;

registerEnumType(SearchFacetName, {
  name: 'SearchFacetName',
  description: 'What search results are counted by.',
  valuesMap: {
    REGION: { description: 'Regions one level below the one searched in.' },
    OCCUPATION: { description: 'Occupations one level below the one searched for.' },
    INDUSTRY: { description: 'Industries one level below the one searched for.' },
    PAY: { description: 'Bands of monthly pay.' },
    EDUCATION: { description: 'Education asked for.' },
    ENGAGEMENT_TYPE: { description: 'Kinds of engagement.' },
    EMPLOYER_KIND: { description: 'Kinds of employer.' },
    PUBLICATION: { description: 'Own postings and those from other sources.' },
  },
});

@ObjectType({ description: 'A value of a facet with its count.' })
export class SearchFacetValue {
  @Field(() => String, { description: 'Code or name to filter by.' })
  value!: string;

  @Field(() => String, { description: 'Name of a coded value; the value itself otherwise.' })
  label!: string;

  @Field(() => Int, { description: 'How many of all results have this value.' })
  count!: number;
}

@ObjectType({ description: 'Counts of results by one property, largest first.' })
export class SearchFacet {
  @Field(() => SearchFacetName, { description: 'The property.' })
  name!: SearchFacetName;

  @Field(() => [SearchFacetValue], { description: 'Its values, at most 50.' })
  values!: SearchFacetValue[];
}

const SearchUnderstandingKind = {
  PAY: 'PAY',
  EXPERIENCE: 'EXPERIENCE',
  EDUCATION: 'EDUCATION',
  REGION: 'REGION',
  BENEFIT: 'BENEFIT',
  SKILL: 'SKILL',
  OCCUPATION: 'OCCUPATION',
} as const satisfies Record<Understanding, Understanding> & { readonly OCCUPATION: string };
type SearchUnderstandingKind = keyof typeof SearchUnderstandingKind;

registerEnumType(SearchUnderstandingKind, {
  name: 'SearchUnderstandingKind',
  description: 'What words of a search were understood as.',
  valuesMap: {
    PAY: { description: 'Pay a month that the posting must reach.' },
    EXPERIENCE: { description: 'Years of experience that must be enough.' },
    EDUCATION: { description: 'Education that must be enough.' },
    REGION: { description: 'A region the work must be in.' },
    BENEFIT: { description: 'A benefit in any of its wordings.' },
    SKILL: { description: 'A skill or certificate in any of its wordings.' },
    OCCUPATION: { description: 'What an occupation is called: its postings come first.' },
  },
});

export const SearchTextReading = {
  PINYIN: 'PINYIN',
  MAINLAND_WORDING: 'MAINLAND_WORDING',
} as const satisfies Record<TextReading, TextReading>;

registerEnumType(SearchTextReading, {
  name: 'SearchTextReading',
  description: 'How words were read that were not taken as they are.',
  valuesMap: {
    PINYIN: { description: 'Letters as pinyin, because more is found that way.' },
    MAINLAND_WORDING: { description: 'Words of Taiwan as those of the mainland.' },
  },
});

@ObjectType({ description: 'Words of a search that were taken as more than words.' })
export class SearchUnderstanding {
  @Field(() => SearchUnderstandingKind, { description: 'What they were understood as.' })
  kind!: SearchUnderstandingKind;

  @Field(() => String, {
    description: 'The words; give them as `asWritten` to have them taken as words.',
  })
  text!: string;

  @Field(() => String, {
    description: 'The name of what was understood; the words where it has none.',
  })
  label!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Of pay yuan a month, of experience years; null of others.',
  })
  amount!: number | null;
}

const SearchOfferKind = {
  OCCUPATION: 'OCCUPATION',
  EMPLOYER: 'EMPLOYER',
  RELATED_SKILL: 'RELATED_SKILL',
} as const;
export type SearchOfferKind = keyof typeof SearchOfferKind;

registerEnumType(SearchOfferKind, {
  name: 'SearchOfferKind',
  description: 'What may be looked for instead of words of a search.',
  valuesMap: {
    OCCUPATION: { description: 'An occupation, by its name or by what people call it.' },
    EMPLOYER: { description: 'An employer of the platform.' },
    RELATED_SKILL: {
      description:
        'A skill that postings ask for together with the one that was typed, learned from many postings.',
    },
  },
});

@ObjectType({
  description: 'What may be looked for instead of words of a search; it is not taken.',
})
export class SearchOffer {
  @Field(() => SearchOfferKind, { description: 'What it is.' })
  kind!: SearchOfferKind;

  @Field(() => String, { description: 'The words it would take the place of.' })
  words!: string;

  @Field(() => String, {
    description:
      'The code of the occupation or the id of the employer, for the filter; the name of the skill in small letters, for the text.',
  })
  value!: string;

  @Field(() => String, { description: 'Its name.' })
  label!: string;

  @Field(() => Int, { description: 'How many postings would be found with it.' })
  total!: number;
}

const SearchCondition = {
  REGION: 'REGION',
  OCCUPATION: 'OCCUPATION',
  INDUSTRY: 'INDUSTRY',
  PAY: 'PAY',
  EDUCATION: 'EDUCATION',
  EXPERIENCE: 'EXPERIENCE',
  SKILL_LEVEL: 'SKILL_LEVEL',
  EMPLOYER: 'EMPLOYER',
  EMPLOYER_KIND: 'EMPLOYER_KIND',
  ENGAGEMENT_TYPE: 'ENGAGEMENT_TYPE',
  PUBLICATION: 'PUBLICATION',
  POSTED_SINCE: 'POSTED_SINCE',
  PARTNERS: 'PARTNERS',
  BENEFIT: 'BENEFIT',
  SKILL: 'SKILL',
  ALL: 'ALL',
} as const;
export type SearchCondition = keyof typeof SearchCondition;

registerEnumType(SearchCondition, {
  name: 'SearchCondition',
  description: 'What a search is narrowed by, given as a filter or understood from the words.',
  valuesMap: {
    REGION: { description: 'The region of the work.' },
    OCCUPATION: { description: 'The occupation.' },
    INDUSTRY: { description: 'The industry of the employer.' },
    PAY: { description: 'The pay a month.' },
    EDUCATION: { description: 'The education that is had.' },
    EXPERIENCE: { description: 'The years of experience that are had.' },
    SKILL_LEVEL: { description: 'The skill levels.' },
    EMPLOYER: { description: 'The employer.' },
    EMPLOYER_KIND: { description: 'The kinds of employer.' },
    ENGAGEMENT_TYPE: { description: 'The kinds of engagement.' },
    PUBLICATION: { description: 'Own postings or those from other sources.' },
    POSTED_SINCE: { description: 'The day since which it was published.' },
    PARTNERS: { description: "Only postings opened to the viewer's college." },
    BENEFIT: { description: 'The benefits understood from the words.' },
    SKILL: { description: 'The skills understood from the words.' },
    ALL: { description: 'All of the conditions; the words stay.' },
  },
});

@ObjectType({ description: 'What a search would find without one of its conditions.' })
export class SearchRelaxation {
  @Field(() => SearchCondition, { description: 'The condition to leave out.' })
  condition!: SearchCondition;

  @Field(() => Int, { description: 'Postings found without it, exactly.' })
  total!: number;
}

const SearchWordKind = { TITLE: 'TITLE', EMPLOYER: 'EMPLOYER' } as const;
export type SearchWordKind = keyof typeof SearchWordKind;

registerEnumType(SearchWordKind, {
  name: 'SearchWordKind',
  description: 'What a suggestion is.',
  valuesMap: {
    TITLE: { description: 'The title of open postings, without additions in brackets.' },
    EMPLOYER: { description: 'An employer with open postings.' },
  },
});

@ObjectType({ description: 'Words that what was typed may become.' })
export class SearchWordSuggestion {
  @Field(() => SearchWordKind, { description: 'What it is.' })
  kind!: SearchWordKind;

  @Field(() => String, { description: 'The words.' })
  text!: string;

  @Field(() => Int, { description: 'Postings that have it, of the first 60 that were found.' })
  count!: number;
}

@ObjectType({ description: 'A page of search results with counts over all of them.' })
export class JobPostingSearchConnection extends ConnectionOf(JobPosting) {
  @Field(() => Int, { description: 'Postings found, exactly.' })
  total!: number;

  @Field(() => Int, {
    description: 'Positions of those postings: the sum of the headcounts that are stated.',
  })
  positions!: number;

  @Field(() => [SearchFacet], {
    description: 'Counts by property, at most 8; empty while degraded.',
  })
  facets!: SearchFacet[];

  @Field(() => Boolean, {
    description: 'Whether more was found than can be paged through (10,000): narrow the search.',
  })
  isTruncated!: boolean;

  @Field(() => Boolean, {
    description:
      'True while the search engine is away: answered from the database, without facets and ranking.',
  })
  degraded!: boolean;

  @Field(() => [SearchUnderstanding], {
    description: 'Words that were taken as conditions, at most 20.',
  })
  understood!: SearchUnderstanding[];

  @Field(() => [SearchOffer], {
    description:
      'What may be looked for instead: at most 3 conditions that words stand for and 3 related skills; none while the search engine is away.',
  })
  offers!: SearchOffer[];

  @Field(() => SearchTextReading, {
    nullable: true,
    description: 'How the words were read where they were not taken as they are.',
  })
  reading!: TextReading | null;

  @Field(() => [JobPosting], {
    description:
      'Where fewer than 20 were found: open postings whose titles resemble the words, at most 20, without those found.',
  })
  similar!: JobPosting[];

  @Field(() => String, {
    nullable: true,
    description: 'Where nothing was found: a word that sounds the same and is found.',
  })
  didYouMean!: string | null;

  @Field(() => [SearchRelaxation], {
    description:
      'Where nothing was found: what would be without each of the conditions, or without all where no single one is in the way; at most 13.',
  })
  relaxations!: SearchRelaxation[];
}
