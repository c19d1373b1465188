import { Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar, DateTimeScalar, MoneyInput } from '../../../core/graphql/index.js';
import { optionalText, recordId, text } from '../../../core/validation/index.js';
import { ApplicationIdInput, KEY } from '../application/application.inputs.js';
import { EngagementType, PayPeriod } from '../../job-postings/index.js';

@InputType({ description: 'An offer to make.' })
export class MakeOfferInput extends ApplicationIdInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => MoneyInput, { description: 'Lowest pay; not below what the posting says.' })
  payMin!: MoneyInput;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Highest pay; the lowest when left out.',
  })
  payMax?: MoneyInput | null;

  @Field(() => PayPeriod, { description: 'What the pay is counted by.' })
  payPeriod!: PayPeriod;

  @Field(() => EngagementType, { description: 'Kind of engagement.' })
  engagementType!: EngagementType;

  @Field(() => String, { description: 'Where the work is, 2 to 200 characters.' })
  workplace!: string;

  @Field(() => DateScalar, { description: 'First day at work, today or later.' })
  startOn!: string;

  @Field(() => DateTimeScalar, {
    description: 'Until when it can be answered: 1 to 30 days from now.',
  })
  answerDueAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'A word to the applicant, up to 1,000 characters.',
  })
  message?: string | null;
}

@InputType({ description: 'An offer to accept.' })
export class AcceptOfferInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: withdraws the applicant's other undecided applications with it.",
  })
  withdrawOthers?: boolean | null;
}

@InputType({ description: 'An offer to act upon.' })
export class OfferIdInput {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;
}

export const makeOfferSchema = z.object({
  applicationId: recordId(),
  payMin: z.object({ amount: z.string() }),
  payMax: z.object({ amount: z.string() }).nullish(),
  payPeriod: z.enum(PayPeriod),
  engagementType: z.enum(EngagementType),
  workplace: text({ min: 2, max: 200 }),
  startOn: z.string(),
  answerDueAt: z.date(),
  message: optionalText({ max: 1_000, multiline: true }),
});

export const acceptSchema = z.object({
  offerId: recordId(),
  withdrawOthers: z.boolean().nullish(),
});

export const offerIdSchema = z.object({ offerId: recordId() });
