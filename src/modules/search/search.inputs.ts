import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateTimeScalar, MoneyInput, PageArgs } from '../../core/graphql/index.js';
import { parseInput, text } from '../../core/validation/index.js';
import { EngagementType, JobPostingPublication } from '../job-postings/index.js';
import { OrganisationKind } from '../organisations/index.js';
import { RegionCodeScalar } from '../reference-data/index.js';

export const JobPostingSearchOrder = {
  RELEVANCE: 'RELEVANCE',
  NEWEST: 'NEWEST',
  PAY_HIGHEST: 'PAY_HIGHEST',
} as const;
export type JobPostingSearchOrder = keyof typeof JobPostingSearchOrder;

registerEnumType(JobPostingSearchOrder, {
  name: 'JobPostingSearchOrder',
  description: 'Order of search results.',
  valuesMap: {
    RELEVANCE: { description: 'Best fit to the words first; newest first without words.' },
    NEWEST: { description: 'Latest published first.' },
    PAY_HIGHEST: { description: 'Highest monthly pay first; those that state none last.' },
  },
});

@InputType({ description: 'What somebody looks for; all conditions given must hold.' })
export class JobPostingSearchFilter {
  @Field(() => String, { nullable: true, description: 'Occupation, with all below it.' })
  occupationCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Industry, with all below it.' })
  industryCode?: string | null;

  @Field(() => RegionCodeScalar, { nullable: true, description: 'Region, with all below it.' })
  regionCode?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      'Pay a month that the posting can reach; pay of other periods is compared by month.',
  })
  payAtLeast?: MoneyInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Own education: postings that ask for more are left out.',
  })
  educationLevelCode?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Own years of experience, 0 to 60: postings that ask for more are left out.',
  })
  experienceYears?: number | null;

  @Field(() => [String], { nullable: true, description: 'Skill levels asked for.' })
  skillLevelCodes?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'The employer, an organisation here.' })
  employerId?: string | null;

  @Field(() => [OrganisationKind], { nullable: true, description: 'Kinds of employer.' })
  employerKinds?: OrganisationKind[] | null;

  @Field(() => [EngagementType], { nullable: true, description: 'Kinds of engagement.' })
  engagementTypes?: EngagementType[] | null;

  @Field(() => JobPostingPublication, {
    nullable: true,
    description: 'Own postings of verified employers, or those from other sources.',
  })
  publication?: JobPostingPublication | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Published at this instant or later.',
  })
  postedSince?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only postings opened to the viewer's college.",
  })
  partnersOnly?: boolean | null;
}

@ArgsType()
export class JobPostingSearchArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words, up to 100 characters, all of which must occur; pay, experience, education, regions, benefits and skills are understood. "…" for words in one piece, + for words exactly as written, - for words that must not occur.',
  })
  text?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Words of the text that are words and not to be understood as a condition, at most 20.',
  })
  asWritten?: string[] | null;

  @Field(() => JobPostingSearchFilter, { nullable: true, description: 'Conditions.' })
  filter?: JobPostingSearchFilter | null;

  @Field(() => JobPostingSearchOrder, {
    defaultValue: JobPostingSearchOrder.RELEVANCE,
    description: 'Order of the results.',
  })
  orderBy: JobPostingSearchOrder = 'RELEVANCE';
}

@ArgsType()
export class SearchWordSuggestionsArgs {
  @Field(() => String, { description: 'What was typed so far, up to 50 characters.' })
  text!: string;

  @Field(() => Int, { defaultValue: 6, description: 'How many suggestions at most, 1 to 20.' })
  first: number = 6;
}

const suggestionRules = z.object({ text: text({ max: 50 }), first: z.int().min(1).max(20) });

/** The arguments, checked; the error names the argument. */
export function checkedSuggestions(args: SearchWordSuggestionsArgs): {
  text: string;
  first: number;
} {
  return parseInput(suggestionRules, { text: args.text, first: args.first });
}
