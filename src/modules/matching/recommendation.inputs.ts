import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { MoneyInput, PageArgs } from '../../core/graphql/index.js';
import { optionalText } from '../../core/validation/index.js';
import { RegionCodeScalar } from '../reference-data/index.js';

@InputType({ description: 'Which recommendations a list holds; conditions add up.' })
export class RecommendationFilter {
  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Workplaces in this region and below it.',
  })
  regionCode?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Pay a month that the posting can reach; those that state none are left out.',
  })
  payAtLeast?: MoneyInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Work in this class of the occupational classification and below it.',
  })
  occupationCode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only the posting whose place was shared out to the viewer.',
  })
  onlyFirst?: boolean | null;
}

@InputType({ description: 'Which people a list of candidates holds; conditions add up.' })
export class CandidateFilter {
  @Field(() => RegionCodeScalar, {
    nullable: true,
    description:
      'People who would work in this region or somewhere in it; those who would work anywhere are among them.',
  })
  regionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the education level that is held at least.',
  })
  educationAtLeast?: string | null;

  @Field(() => String, { nullable: true, description: 'A skill that is held, by its name.' })
  skill?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only people to whom the posting is recommended first.',
  })
  onlyFirst?: boolean | null;
}

@ArgsType()
export class MyRecommendationsArgs extends PageArgs {
  @Field(() => RecommendationFilter, {
    nullable: true,
    description: 'Which of them; all that are open when left out.',
  })
  filter?: RecommendationFilter | null;
}

@ArgsType()
export class RecommendedCandidatesArgs extends PageArgs {
  @Field(() => ID, { description: 'An own posting.' })
  jobPostingId!: string;

  @Field(() => CandidateFilter, {
    nullable: true,
    description: 'Which of them; all who can be found when left out.',
  })
  filter?: CandidateFilter | null;
}

/** Texts of a filter; what they name is looked up by `RecommendationFilters`. */
export const candidateTexts = z.object({
  filter: z.object({ skill: optionalText({ max: 50 }) }),
});
