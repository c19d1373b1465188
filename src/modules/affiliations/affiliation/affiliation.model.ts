import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { AffiliationState } from './affiliation.enums.js';

@ObjectType({
  implements: () => [Node],
  description:
    'A place of a student at a college. Seen by the student and by the college, nobody else.',
})
export class Affiliation extends Node {
  @Field(() => AffiliationState, { description: 'How far it has come.' })
  state!: AffiliationState;

  @Field(() => String, { description: 'Major as the college or the student wrote it.' })
  majorName!: string;

  @Field(() => String, { nullable: true, description: 'Class; null when not given.' })
  className!: string | null;

  @Field(() => Int, { description: 'Year of graduation.' })
  graduationYear!: number;

  @Field(() => Boolean, {
    description: 'Whether the college’s roster names the student; false for a claim without it.',
  })
  isOnRoster!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was claimed.' })
  claimedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the college decided.' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the college refused the claim.' })
  refusalReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended.' })
  leftAt!: Date | null;

  @Field(() => Int, { description: 'Counts the changes.' })
  version!: number;

  /** Guarded fields: see `AffiliationFieldsResolver`. */
  number!: string;
  name!: string;
  collegeId!: string;
  accountId!: string | null;
  majorCode!: string | null;
  educationLevelCode!: string | null;
}

@ObjectType({ description: 'A page of students.' })
export class AffiliationConnection extends ConnectionOf(Affiliation) {}

@ObjectType({ description: 'A change of state of an affiliation.' })
export class AffiliationHistoryEntry {
  @Field(() => AffiliationState, {
    nullable: true,
    description: 'State before; null for the first entry.',
  })
  fromState!: AffiliationState | null;

  @Field(() => AffiliationState, { description: 'State after.' })
  toState!: AffiliationState;

  @Field(() => String, { nullable: true, description: 'Reason that was given.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  occurredAt!: Date;
}

@ObjectType({ description: 'What the viewer may do with an affiliation now.' })
export class AffiliationViewerCan {
  @Field(() => Boolean, { description: 'Confirm or refuse the claim.' })
  decide!: boolean;

  @Field(() => Boolean, { description: 'End it for the college.' })
  end!: boolean;

  @Field(() => Boolean, { description: 'Leave, or take the claim back.' })
  leave!: boolean;
}
