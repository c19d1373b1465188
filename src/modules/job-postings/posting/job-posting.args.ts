import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { optionalText, recordId } from '../../../core/validation/index.js';
import {
  JobPostingCloseCause,
  JobPostingPublication,
  JobPostingState,
} from './job-posting.enums.js';

export const JobPostingOrder = {
  NEWEST: 'NEWEST',
  UPDATED: 'UPDATED',
  VALID_THROUGH: 'VALID_THROUGH',
} as const;
export type JobPostingOrder = keyof typeof JobPostingOrder;

registerEnumType(JobPostingOrder, {
  name: 'JobPostingOrder',
  description: 'Order of a list of postings.',
  valuesMap: {
    NEWEST: { description: 'Latest made first.' },
    UPDATED: { description: 'Latest changed first.' },
    VALID_THROUGH: { description: 'Those whose validity ends first; without one last.' },
  },
});

@InputType({ description: 'Which postings a list holds; conditions add up.' })
export class JobPostingFilter {
  @Field(() => ID, { nullable: true, description: 'Of this organisation.' })
  organisationId?: string | null;

  @Field(() => [JobPostingState], { nullable: true, description: 'In any of these states.' })
  states?: JobPostingState[] | null;

  @Field(() => [JobPostingCloseCause], {
    nullable: true,
    description: 'Closed for any of these causes.',
  })
  closeCauses?: JobPostingCloseCause[] | null;

  @Field(() => JobPostingPublication, {
    nullable: true,
    description: 'Own ones or those taken over from a source.',
  })
  publication?: JobPostingPublication | null;

  @Field(() => String, { nullable: true, description: 'Part of the title.' })
  title?: string | null;
}

@ArgsType()
export class JobPostingsArgs extends PageArgs {
  @Field(() => JobPostingFilter, {
    nullable: true,
    description: 'Which postings; all the viewer may know of when left out.',
  })
  filter?: JobPostingFilter | null;

  @Field(() => JobPostingOrder, {
    defaultValue: JobPostingOrder.NEWEST,
    description: 'Order of the list.',
  })
  orderBy: JobPostingOrder = JobPostingOrder.NEWEST;
}

export const jobPostingFilterSchema = z.object({
  organisationId: recordId().nullish(),
  states: z.array(z.enum(JobPostingState)).max(6).nullish(),
  closeCauses: z.array(z.enum(JobPostingCloseCause)).max(5).nullish(),
  publication: z.enum(JobPostingPublication).nullish(),
  title: optionalText({ max: 50 }),
});
