import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { recordId } from '../../../core/validation/index.js';
import { JobPostingIdInput } from './job-posting.inputs.js';

@InputType({ description: 'A draft to discard.' })
export class DiscardJobPostingInput extends JobPostingIdInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => Int, {
    description: 'Version that was looked at; refused when someone else has edited since.',
  })
  version!: number;
}

export const discardSchema = z.object({ jobPostingId: recordId(), version: z.int() });
