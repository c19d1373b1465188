import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { optionalText, recordId, text } from '../../../core/validation/index.js';
import { OrderClassEnrolmentState } from './enrolment.enums.js';

const KEY = { description: 'Key of this request: repeated with it, the same answer comes back.' };

@InputType({ description: 'Students to put on the list of an order class.' })
export class EnrolInOrderClassInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => [ID], { description: 'Their confirmed places at the college, 1 to 100.' })
  affiliationIds!: string[];
}

@InputType({ isAbstract: true })
class OrderClassEnrolmentsInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => [ID], { description: 'Who, 1 to 100.' })
  enrolmentIds!: string[];
}

@InputType({ description: 'Students to confirm.' })
export class ConfirmOrderClassEnrolmentsInput extends OrderClassEnrolmentsInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;
}

@InputType({ description: 'Students to refuse or to take off the list, and why.' })
export class OrderClassEnrolmentsReasonInput extends OrderClassEnrolmentsInput {
  @Field(() => String, { description: 'Why, 2 to 500 characters; the students read it.' })
  reason!: string;
}

@InputType({ description: 'An order class to leave.' })
export class LeaveOrderClassInput {
  @Field(() => ID, { description: 'Own enrolment.' })
  enrolmentId!: string;

  @Field(() => String, { description: 'Why, 2 to 500 characters; both parties read it.' })
  reason!: string;
}

@ArgsType()
export class OrderClassEnrolmentsArgs extends PageArgs {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => [OrderClassEnrolmentState], {
    nullable: true,
    description: 'Only in one of these states.',
  })
  states?: OrderClassEnrolmentState[] | null;
}

@ArgsType()
export class MyOrderClassEnrolmentsArgs extends PageArgs {}

const many = z.array(recordId()).min(1).max(100);

export const enrolSchema = z.object({ agreementId: recordId(), affiliationIds: many });
export const confirmSchema = z.object({ agreementId: recordId(), enrolmentIds: many });
export const reasonSchema = confirmSchema.extend({ reason: text({ min: 2, max: 500 }) });
export const leaveSchema = z.object({
  enrolmentId: recordId(),
  reason: text({ min: 2, max: 500 }),
});
export const candidatesSchema = z.object({
  agreementId: recordId(),
  text: optionalText({ max: 100 }),
});
