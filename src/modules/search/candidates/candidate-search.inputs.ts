import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar, PageArgs } from '../../../core/graphql/index.js';
import { optionalText } from '../../../core/validation/index.js';
import type { ExperienceBand } from '../../profiles/index.js';
import { RegionCodeScalar } from '../../reference-data/index.js';
import { CandidateExperience } from './candidate-search.model.js';

@InputType({ description: 'Whom an employer looks for; all conditions given must hold.' })
export class CandidateSearchFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Wishing for this occupation or one below it, by code.',
  })
  occupationCode?: string | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Living in this region or one below it.',
  })
  homeRegionCode?: string | null;

  @Field(() => RegionCodeScalar, {
    nullable: true,
    description: 'Wishing to work in this region, in one above or below it, or anywhere.',
  })
  workRegionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Having at least this education, by code (GB/T 4658).',
  })
  educationAtLeast?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Highest education in this vocational major, or in any of a class or category, by code.',
  })
  majorCode?: string | null;

  @Field(() => [CandidateExperience], {
    nullable: true,
    description: 'Years of work, any of these bands.',
  })
  experience?: ExperienceBand[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Holding a certificate of at least this vocational skill level, by code.',
  })
  skillLevelAtLeast?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Able to begin by this day, or not saying when.',
  })
  availableBy?: string | null;
}

@ArgsType()
export class CandidateSearchArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Words, up to 100 characters, all of which must occur in skills, wishes, occupations, positions or majors. "…" for words in one piece, + for words exactly as written, - for words that must not occur.',
  })
  text?: string | null;

  @Field(() => CandidateSearchFilter, {
    nullable: true,
    description: 'Conditions; everybody who can be found when left out.',
  })
  filter?: CandidateSearchFilter | null;
}

export const candidateSearchSchema = z.object({
  text: optionalText({ max: 100 }),
  filter: z.object({ experience: z.array(z.enum(CandidateExperience)).max(6).nullish() }).nullish(),
});
