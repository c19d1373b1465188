import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { optionalText, recordId, text } from '../../../core/validation/index.js';

@InputType({ description: 'An approval of exactly the version that is under review.' })
export class ApproveJobPostingInput {
  @Field(() => ID, { description: 'The review that was looked at.' })
  reviewId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A word to the employer, up to 1,000 characters.',
  })
  remark?: string | null;
}

@InputType({ description: 'A posting returned to its employer to be changed.' })
export class ReturnJobPostingInput {
  @Field(() => ID, { description: 'The review that was looked at.' })
  reviewId!: string;

  @Field(() => String, { description: 'What is to be changed, 5 to 1,000 characters.' })
  remark!: string;
}

@InputType({ description: 'Which reviews the queue holds; conditions add up.' })
export class JobPostingReviewFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only overdue ones, or only the others.' })
  isOverdue?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Of this organisation.' })
  organisationId?: string | null;
}

@ArgsType()
export class JobPostingReviewQueueArgs extends PageArgs {
  @Field(() => JobPostingReviewFilter, {
    nullable: true,
    description: 'Which ones; all pending ones when left out.',
  })
  filter?: JobPostingReviewFilter | null;
}

export const approveSchema = z.object({
  reviewId: recordId(),
  remark: optionalText({ max: 1_000, multiline: true }),
});
export const returnSchema = z.object({
  reviewId: recordId(),
  remark: text({ min: 5, max: 1_000, multiline: true }),
});
export const queueFilterSchema = z.object({
  isOverdue: z.boolean().nullish(),
  organisationId: recordId().nullish(),
});
