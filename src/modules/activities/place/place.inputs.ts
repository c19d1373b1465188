import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { recordId, refuse, text } from '../../../core/validation/index.js';
import { JobFairPlaceState } from './place.enums.js';
import { placeErrors } from './place.errors.js';

const FAIR = { description: 'The fair.' };
const ORGANISATION = { description: 'Own organisation.' };

@InputType({ description: 'An own organisation at a fair.' })
export class JobFairPlaceInput {
  @Field(() => ID, FAIR)
  jobFairId!: string;

  @Field(() => ID, ORGANISATION)
  organisationId!: string;
}

@InputType({ description: 'An organisation that comes, and what it brings.' })
export class RegisterForJobFairInput extends JobFairPlaceInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => [ID], {
    description: 'Open postings of its own that it brings, in their order, at most 50.',
  })
  jobPostingIds!: string[];
}

@InputType({ description: 'An organisation that does not come, and why.' })
export class JobFairRefusalInput extends JobFairPlaceInput {
  @Field(() => String, { description: 'Why, 2 to 500 characters; the organiser reads it.' })
  reason!: string;
}

@ArgsType()
export class JobFairPlacesArgs extends PageArgs {
  @Field(() => ID, FAIR)
  jobFairId!: string;

  @Field(() => [JobFairPlaceState], {
    nullable: true,
    description: 'Only those that stand so; all the viewer may know of when left out.',
  })
  states?: JobFairPlaceState[] | null;
}

export const registerSchema = z.object({
  jobPostingIds: z
    .array(recordId())
    .max(50)
    .check((context) => {
      if (new Set(context.value).size < context.value.length)
        refuse(context, placeErrors.POSTING_TWICE);
    }),
});
export const refusalSchema = z.object({ reason: text({ min: 2, max: 500 }) });
export const placesSchema = z.object({ jobFairId: recordId() });
