import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { ObligationProof, ObligationRecordKind, ObligationState } from './obligation.enums.js';

@ObjectType({ description: 'What obligations are measured by.' })
export class ObligationMetric {
  @Field(() => String, { description: 'Code.' })
  code!: string;

  @Field(() => String, { description: 'Name in the language of the request.' })
  name!: string;

  @Field(() => String, { description: 'What is counted, in the language of the request.' })
  unit!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Which records of the platform prove it; null while there are none, so that it is not measured yet and parties enter it.',
  })
  records!: string | null;

  @Field(() => [String], { description: 'Roles of the parties that can owe it.' })
  roles!: string[];
}

@ObjectType({ description: 'A record of the platform that counts towards an obligation.' })
export class ObligationRecord {
  @Field(() => ObligationRecordKind, { description: 'What kind of record it is.' })
  kind!: ObligationRecordKind;

  @Field(() => DateScalar, { description: 'When it happened.' })
  happenedOn!: string;

  @Field(() => String, { description: 'Title of the posting, or number of the agreement.' })
  label!: string;
}

@ObjectType({
  implements: () => [Node],
  description:
    'What a party entered towards an obligation; one disputed or withdrawn does not count.',
})
export class ObligationEntry extends Node {
  /** Set where the entry is reached from its agreement. */
  agreement?: Agreement;

  agreementId!: string;

  @Field(() => Int, { description: 'Position of the party that entered it.' })
  partyPosition!: number;

  @Field(() => Int, { description: 'How much.' })
  quantity!: number;

  @Field(() => DateScalar, { description: 'When it happened.' })
  happenedOn!: string;

  @Field(() => String, { description: 'What it was.' })
  note!: string;

  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  enteredAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back.' })
  withdrawnAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When another party disputed it.' })
  disputedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was disputed.' })
  disputeReason!: string | null;
}

@ObjectType({
  description: 'What a party promised in the text that is signed, and what was done of it.',
})
export class AgreementObligation {
  /** Set where the obligation is reached from its agreement. */
  agreement?: Agreement;

  agreementId!: string;

  @Field(() => ID, { description: 'Stays the same through the versions.' })
  key!: string;

  @Field(() => Int, { description: 'Position of the party that owes it.' })
  partyPosition!: number;

  metricCode!: string;

  @Field(() => Int, { description: 'How much was promised.' })
  quantity!: number;

  @Field(() => DateScalar, { description: 'By when.' })
  dueOn!: string;

  @Field(() => ObligationProof, { description: 'What proves it, as agreed.' })
  proof!: ObligationProof;

  @Field(() => Int, { description: 'What was done within the term, counted now.' })
  delivered!: number;

  @Field(() => Int, { description: 'Of it, what was done by the day it is due.' })
  deliveredInTime!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The last day something was done.' })
  latestOn!: string | null;

  @Field(() => ObligationState, { description: 'Where it stands today.' })
  state!: ObligationState;
}
