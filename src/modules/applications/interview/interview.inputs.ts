import { Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateTimeScalar } from '../../../core/graphql/index.js';
import { optionalText, recordId, text } from '../../../core/validation/index.js';
import { ApplicationParty } from '../application/application.enums.js';
import { ApplicationIdInput, KEY } from '../application/application.inputs.js';
import { InterviewMode } from './interview.model.js';

@InputType({ description: 'An interview to propose.' })
export class ProposeInterviewInput extends ApplicationIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => InterviewMode, { description: 'How it is held.' })
  mode!: InterviewMode;

  @Field(() => String, { nullable: true, description: 'Place or address, up to 300 characters.' })
  place?: string | null;

  @Field(() => DateTimeScalar, { description: 'When it begins, in the future.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends, within 12 hours.' })
  endsAt!: Date;
}

@InputType({ description: 'An interview to act upon.' })
export class InterviewIdInput {
  @Field(() => ID, { description: 'The interview.' })
  interviewId!: string;
}

@InputType({ description: 'An interview to confirm.' })
export class ConfirmInterviewInput extends InterviewIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;
}

@InputType({ description: 'A new time for an interview.' })
export class MoveInterviewInput extends InterviewIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins, in the future.' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends, within 12 hours.' })
  endsAt!: Date;
}

@InputType({ description: 'An interview and why it does not take place.' })
export class EndInterviewInput extends InterviewIdInput {
  @Field(() => String, { description: 'Why, 2 to 500 characters; the other side reads it.' })
  reason!: string;
}

@InputType({ description: 'Who did not come to an interview.' })
export class MissedInterviewInput extends InterviewIdInput {
  @Field(() => ApplicationParty, { description: 'The side that did not come.' })
  party!: ApplicationParty;
}

const times = { startsAt: z.date(), endsAt: z.date() };

export const proposeSchema = z.object({
  applicationId: recordId(),
  mode: z.enum(InterviewMode),
  place: optionalText({ max: 300 }),
  ...times,
});
export const interviewIdSchema = z.object({ interviewId: recordId() });
export const moveSchema = interviewIdSchema.extend(times);
export const endSchema = interviewIdSchema.extend({ reason: text({ min: 2, max: 500 }) });
export const missedSchema = interviewIdSchema.extend({ party: z.enum(['APPLICANT', 'EMPLOYER']) });
