import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateScalar, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { EvidenceKind, RefusalReason, VerificationState } from './verification.enums.js';

@ObjectType({
  implements: () => [Node],
  description:
    'A request of an organisation to be verified. Seen by its members and the bureau in charge.',
})
export class OrganisationVerification extends Node {
  @Field(() => VerificationState, { description: 'How far it has come.' })
  state!: VerificationState;

  @Field(() => String, {
    description: 'Edition of the evidence requirements it is checked against.',
  })
  requirementsEdition!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the organisation wrote with it; null when nothing.',
  })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was handed in.' })
  submittedAt!: Date;

  @Field(() => DateScalar, {
    description: 'Day by which the bureau owes its decision or its answer to the appeal.',
  })
  dueOn!: string;

  @Field(() => Boolean, { description: 'Whether that day has passed without a decision.' })
  isOverdue!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When an officer took it on; null while nobody has.',
  })
  claimedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided; null before.' })
  decidedAt!: Date | null;

  @Field(() => RefusalReason, {
    nullable: true,
    description: 'Why it was refused; null when it was not.',
  })
  refusalReason!: RefusalReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'The refusal in the officer’s words; null when there is none.',
  })
  refusalText!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'First instant at which the approval no longer holds; null when it was not approved.',
  })
  validUntil!: Date | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which the refusal may be appealed; null where there is nothing to appeal.',
  })
  appealUntil!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The appeal in the organisation’s words; null when there is none.',
  })
  appealText!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was appealed; null when it was not.',
  })
  appealedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the appeal was decided; null before.',
  })
  appealDecidedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Answer to the appeal; null when there is none.',
  })
  appealAnswer!: string | null;

  @Field(() => Int, { description: 'Counts the changes.' })
  version!: number;

  organisationId!: string;

  submittedBy!: string;

  claimedBy!: string | null;

  decidedBy!: string | null;

  decidedFor!: string | null;

  appealDecidedBy!: string | null;
}

@ObjectType({ description: 'A page of verifications.' })
export class OrganisationVerificationConnection extends ConnectionOf(OrganisationVerification) {}

@ObjectType({ description: 'A file of evidence.' })
export class VerificationEvidence {
  @Field(() => ID, { description: 'Id of the stored file.' })
  fileId!: string;

  @Field(() => EvidenceKind, { description: 'What it shows.' })
  kind!: EvidenceKind;

  @Field(() => String, { description: 'Name the organisation gave the file.' })
  fileName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Media type found in the file; null when unknown.',
  })
  mediaType!: string | null;

  @Field(() => Int, { description: 'Size in bytes.' })
  sizeBytes!: number;
}

@ObjectType({ description: 'Where a file can be fetched for a short time.' })
export class EvidenceDownload {
  @Field(() => String, { description: 'Signed address; gives the file to whoever has it.' })
  url!: string;

  @Field(() => DateTimeScalar, { description: 'When the address stops working.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'A change of state of a verification.' })
export class VerificationHistoryEntry {
  @Field(() => String, { description: 'Name of the transition.' })
  transition!: string;

  @Field(() => VerificationState, {
    nullable: true,
    description: 'State before; null at the beginning.',
  })
  fromState!: VerificationState | null;

  @Field(() => VerificationState, { description: 'State after.' })
  toState!: VerificationState;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in words or as a code; null when nothing was said.',
  })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  occurredAt!: Date;

  accountId!: string | null;
}

@ObjectType({ description: 'A paper the bureau has to see.' })
export class EvidenceRequirement {
  @Field(() => [EvidenceKind], { description: 'Any one of these will do.' })
  anyOf!: EvidenceKind[];
}

@ObjectType({ description: 'What a kind of organisation has to show to be verified.' })
export class EvidenceRequirements {
  @Field(() => String, { description: 'Edition of the requirements.' })
  edition!: string;

  @Field(() => String, { description: 'Rules they are taken from.' })
  source!: string;

  @Field(() => [EvidenceRequirement], { description: 'Papers that have to be there, at most 10.' })
  required!: EvidenceRequirement[];
}

@ObjectType({ description: 'What the viewer may do with a verification now.' })
export class VerificationViewerCan {
  @Field(() => Boolean, { description: 'Take it on.' })
  claim!: boolean;

  @Field(() => Boolean, { description: 'Give it back to the queue.' })
  release!: boolean;

  @Field(() => Boolean, { description: 'Approve or refuse it.' })
  decide!: boolean;

  @Field(() => Boolean, { description: 'Withdraw it.' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Appeal its refusal.' })
  appeal!: boolean;
}
