import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateScalar, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { AgreementSignatureMethod, AgreementState } from './agreement.enums.js';

@ObjectType({ description: 'What the viewer may do with an agreement now.' })
export class AgreementViewerCan {
  @Field(() => Boolean, { description: 'Edit the draft, or the text that is negotiated.' })
  edit!: boolean;

  @Field(() => Boolean, {
    description:
      'Change the text although it was put forward; signatures given so far become void.',
  })
  amend!: boolean;

  @Field(() => Boolean, { description: 'Show the draft to the other parties.' })
  share!: boolean;

  @Field(() => Boolean, { description: 'Put it before the parties to be signed.' })
  propose!: boolean;

  @Field(() => Boolean, { description: 'Sign it, for an own organisation or oneself.' })
  sign!: boolean;

  @Field(() => Boolean, { description: 'Approve it as a reviewer.' })
  approve!: boolean;

  @Field(() => Boolean, { description: 'Refuse to review or sign it.' })
  decline!: boolean;

  @Field(() => Boolean, { description: 'Say who reviews and signs it.' })
  arrange!: boolean;

  @Field(() => Boolean, { description: 'Give turns more time.' })
  extend!: boolean;

  @Field(() => Boolean, { description: 'Make links to turns.' })
  issueLink!: boolean;

  @Field(() => Boolean, { description: 'Name another member for a turn of an own organisation.' })
  reassign!: boolean;

  @Field(() => Boolean, { description: 'Check scans of signed papers, or refuse them.' })
  checkPaper!: boolean;

  @Field(() => Boolean, { description: 'Comment on its clauses.' })
  comment!: boolean;

  @Field(() => Boolean, { description: 'Send it back to be changed.' })
  return!: boolean;

  @Field(() => Boolean, { description: 'Give it up before all have signed.' })
  cancel!: boolean;

  @Field(() => Boolean, { description: 'End it early.' })
  terminate!: boolean;

  @Field(() => Boolean, { description: 'Hold it up, with a reason.' })
  suspend!: boolean;

  @Field(() => Boolean, { description: 'Go on with what the own party suspended.' })
  resume!: boolean;

  @Field(() => Boolean, { description: 'Draw up an amendment that replaces it.' })
  draftAmendment!: boolean;

  @Field(() => Boolean, { description: 'Open an own posting to the partner college under it.' })
  openPosting!: boolean;
}

@ObjectType({ description: 'A signature: who, for whom, when and of which text.' })
export class AgreementSignature {
  signatoryId!: string;

  organisationId!: string | null;

  accountId!: string | null;

  @Field(() => Int, { description: 'Position of the party signed for.' })
  partyPosition!: number;

  @Field(() => AgreementSignatureMethod, { description: 'How it was given.' })
  method!: AgreementSignatureMethod;

  @Field(() => String, { description: 'SHA-256 of the text that was confirmed, in hexadecimal.' })
  contentHash!: string;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  signedAt!: Date;
}

@ObjectType({ description: 'A step in the life of an agreement.' })
export class AgreementHistoryEntry {
  @Field(() => String, { description: 'Name of the step.' })
  transition!: string;

  @Field(() => AgreementState, { nullable: true, description: 'State before; null at the draft.' })
  fromState!: AgreementState | null;

  @Field(() => AgreementState, { description: 'State after.' })
  toState!: AgreementState;

  @Field(() => String, { nullable: true, description: 'Why, where a reason was given.' })
  reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  occurredAt!: Date;
}

@ObjectType({ description: 'Why an agreement is held up.' })
export class AgreementSuspension {
  @Field(() => Int, {
    nullable: true,
    description:
      'Position of the party that suspended it, and may resume it; null where the platform holds it up because it broke the rules of its kind on its first day: it takes effect on the day that it keeps them.',
  })
  partyPosition!: number | null;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  since!: Date;

  @Field(() => String, {
    description: 'Why; of the platform, the code of the rule that was broken.',
  })
  reason!: string;
}

@ObjectType({ description: 'A party of an agreement.' })
export class AgreementParty {
  agreementId!: string;

  @Field(() => Int, { description: 'Its place among the parties, from 1.' })
  position!: number;

  @Field(() => String, { description: 'Its role, a code of the kind.' })
  role!: string;

  @Field(() => String, { description: 'Its name as the text has it.' })
  name!: string;

  organisationId!: string | null;

  accountId!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description:
    'An agreement (协议) between two or more parties: a cooperation, an internship, an employment, a base.',
})
export class Agreement extends Node {
  @Field(() => String, { description: 'Number people call it by.' })
  agreementNumber!: string;

  kindCode!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the sub-kind; null where the kind has none.',
  })
  subKind!: string | null;

  @Field(() => AgreementState, { description: 'Where it stands.' })
  state!: AgreementState;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Students a year the enterprise promises to take; null when it promises none.',
  })
  promisedStudents!: number | null;

  @Field(() => DateScalar, { description: 'First day of its term.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of its term.' })
  endsOn!: string;

  @Field(() => Int, { description: 'Number of the version of the text it holds.' })
  versionNumber!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the text to be signed, in hexadecimal; null while it is drafted and negotiated.',
  })
  contentHash!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it took effect.' })
  effectiveAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it expired, was terminated or cancelled.',
  })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was ended.' })
  endReason!: string | null;

  @Field(() => AgreementSuspension, {
    nullable: true,
    description: 'Why it is held up; null while it is not.',
  })
  suspension!: AgreementSuspension | null;

  amendsId!: string | null;

  countsFrom!: string | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  @Field(() => [AgreementParty], { description: 'Its parties in their order, at most 20.' })
  parties!: AgreementParty[];

  signingRound!: number;

  isShared!: boolean;

  drafterId!: string;
}

@ObjectType({ description: 'A page of agreements.' })
export class AgreementConnection extends ConnectionOf(Agreement) {}
