import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { AgreementSignatoryRole, AgreementSignatoryState } from '../agreement/agreement.enums.js';

@ObjectType({
  implements: () => [Node],
  description: 'Whose turn it is to review or sign an agreement for a party, and when.',
})
export class AgreementSignatory extends Node {
  agreementId!: string;

  @Field(() => Int, { description: 'Position of the party.' })
  partyPosition!: number;

  @Field(() => AgreementSignatoryRole, { description: 'What is asked of him.' })
  role!: AgreementSignatoryRole;

  @Field(() => Int, {
    description:
      'Equal steps go side by side, ascending ones one after the other; reviewers first.',
  })
  step!: number;

  @Field(() => AgreementSignatoryState, { description: 'Where the turn stands.' })
  state!: AgreementSignatoryState;

  @Field(() => Int, { description: 'How long a turn lasts, in days.' })
  turnDays!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When he first opened it to sign.' })
  openedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the turn runs out; null before it began.',
  })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was signed, approved, declined or ran out.',
  })
  settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  declineReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When he was last reminded.' })
  remindedAt!: Date | null;

  @Field(() => Int, { description: 'How often he was reminded.' })
  reminderCount!: number;

  accountId!: string | null;

  /** Shown to somebody who holds a link, and may be a stranger. */
  isByLink?: boolean;
}
