import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../core/graphql/index.js';
import { JobPosting } from '../job-postings/index.js';

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

  @Field(() => Int, { description: 'Postings with this value among all results.' })
  count!: number;
}

@ObjectType({ description: 'Counts of results by one property, largest first.' })
export class SearchFacet {
  @Field(() => SearchFacetName, { description: 'The property.' })
  name!: SearchFacetName;

  @Field(() => [SearchFacetValue], { description: 'Its values, at most 50.' })
  values!: SearchFacetValue[];
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
}
