import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { z } from 'zod';
import { DateScalar } from '../../../core/graphql/index.js';
import { recordId, text } from '../../../core/validation/index.js';
import { ObligationProof } from './obligation.enums.js';

const KEY = { description: 'Key of this request: repeated with it, the same answer comes back.' };

@InputType({ description: 'What a party promises; part of the text that is signed.' })
export class AgreementObligationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Key of an obligation an earlier version has; none for a new one.',
  })
  key?: string | null;

  @Field(() => Int, {
    description: 'Position of the party that owes it, in the order the kind gives the parties.',
  })
  partyPosition!: number;

  @Field(() => String, { description: 'Code of the metric.' })
  metric!: string;

  @Field(() => Int, { description: 'How much of it, 1 to 1,000,000.' })
  quantity!: number;

  @Field(() => DateScalar, { description: 'By when, within the term.' })
  dueOn!: string;

  @Field(() => ObligationProof, {
    nullable: true,
    description: 'What proves it; records of the platform where it has some, unless said.',
  })
  proof?: ObligationProof | null;
}

@InputType({ description: 'What a party did towards an obligation.' })
export class EnterObligationEvidenceInput {
  @Field(() => ID, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => ID, { description: 'Key of the obligation.' })
  obligationKey!: string;

  @Field(() => Int, { description: 'How much, 1 to 1,000,000.' })
  quantity!: number;

  @Field(() => DateScalar, { description: 'When it happened: within the term, not after today.' })
  happenedOn!: string;

  @Field(() => String, { description: 'What it was, 2 to 500 characters; all parties read it.' })
  note!: string;
}

@InputType({ description: 'An entry to take back.' })
export class WithdrawObligationEvidenceInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => ID, { description: 'The entry, of the own side.' })
  entryId!: string;
}

@InputType({ description: 'An entry of another party to dispute.' })
export class DisputeObligationEvidenceInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => ID, { description: 'The entry, of another party.' })
  entryId!: string;

  @Field(() => String, { description: 'Why, 2 to 500 characters; all parties read it.' })
  reason!: string;
}

const quantity = z.int().min(1).max(1_000_000);

/** Of an agreement; left out in an edit, they stay as they are. */
export const obligationsSchema = z
  .array(
    z.object({
      key: recordId().nullish(),
      partyPosition: z.int().min(1).max(20),
      metric: z.string().max(40),
      quantity,
      dueOn: z.string(),
      proof: z.enum(ObligationProof).nullish(),
    }),
  )
  .max(20)
  .nullish();

export const enterSchema = z.object({
  agreementId: recordId(),
  obligationKey: recordId(),
  quantity,
  happenedOn: z.string(),
  note: text({ min: 2, max: 500 }),
});

export const entrySchema = z.object({ agreementId: recordId(), entryId: recordId() });
export const disputeSchema = entrySchema.extend({ reason: text({ min: 2, max: 500 }) });

export type GivenObligation = NonNullable<z.output<typeof obligationsSchema>>[number];
