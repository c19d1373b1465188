import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node, Payload } from '../../../core/graphql/index.js';
import { AgreementSignatoryState } from '../agreement/agreement.enums.js';

export const AgreementCeremonyState = {
  PLANNED: 'PLANNED',
  OPEN: 'OPEN',
  ENDED: 'ENDED',
  CANCELLED: 'CANCELLED',
} as const;
export type AgreementCeremonyState = keyof typeof AgreementCeremonyState;

registerEnumType(AgreementCeremonyState, {
  name: 'AgreementCeremonyState',
  description: 'Where a ceremony stands.',
  valuesMap: {
    PLANNED: { description: 'It has not begun and may be changed.' },
    OPEN: { description: 'It is on; its agreements stand on this stage alone.' },
    ENDED: { description: 'It is over.' },
    CANCELLED: { description: 'It did not take place.' },
  },
});

@ObjectType({ description: 'What the viewer may do with a ceremony now.' })
export class AgreementCeremonyViewerCan {
  @Field(() => Boolean, { description: 'Change what is planned.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Open it.' })
  open!: boolean;

  @Field(() => Boolean, { description: 'End it.' })
  end!: boolean;

  @Field(() => Boolean, { description: 'Cancel it.' })
  cancel!: boolean;
}

@ObjectType({ description: 'Somebody who signs on the stage, or has signed.' })
export class AgreementCeremonySigner {
  @Field(() => ID, { description: 'The turn.' })
  signatoryId!: string;

  @Field(() => String, { description: 'Name of the party as the text has it.' })
  partyName!: string;

  @Field(() => AgreementSignatoryState, { description: 'Where the turn stands.' })
  state!: AgreementSignatoryState;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When he signed what the agreement says now; null before.',
  })
  signedAt!: Date | null;

  accountId!: string | null;
}

@ObjectType({ description: 'An agreement as it is shown at a ceremony: who signs it with whom.' })
export class AgreementCeremonyPair {
  @Field(() => Int, { description: 'Its place in the order, from 1.' })
  position!: number;

  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => String, { description: 'Number people call it by.' })
  agreementNumber!: string;

  @Field(() => String, {
    description: 'Name of its kind, or of its sub-kind where it has one.',
  })
  kindName!: string;

  @Field(() => Boolean, {
    description:
      'Whether it can be signed, or is: false after it was changed, sent back or given up.',
  })
  isOnTheTable!: boolean;

  @Field(() => Boolean, { description: 'Whether all have signed.' })
  isComplete!: boolean;

  @Field(() => [AgreementCeremonySigner], {
    description: 'Who signs, in the order of the parties, at most 60.',
  })
  signers!: AgreementCeremonySigner[];
}

@ObjectType({
  implements: () => [Node],
  description:
    'A ceremony (签约仪式) at which agreements are signed one after the other. It shows what is signed and gives no right to sign.',
})
export class AgreementCeremony extends Node {
  organisationId!: string;

  @Field(() => String, { description: 'What it is called.' })
  name!: string;

  @Field(() => String, { description: 'Where it is held.' })
  place!: string;

  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  startsAt!: Date;

  @Field(() => AgreementCeremonyState, { description: 'Where it stands.' })
  state!: AgreementCeremonyState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was opened.' })
  openedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended or was cancelled.' })
  endedAt!: Date | null;

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;
}

@ObjectType({ description: 'A page of ceremonies.' })
export class AgreementCeremonyConnection extends ConnectionOf(AgreementCeremony) {}

@ObjectType({ description: 'An agreement that can be put on a stage.' })
export class AgreementCeremonyCandidate {
  @Field(() => ID, { description: 'The agreement.' })
  id!: string;

  @Field(() => String, { description: 'Number people call it by.' })
  agreementNumber!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => [String], { description: 'Names of its parties in their order, at most 20.' })
  partyNames!: string[];
}

@ObjectType({ description: 'A page of agreements that can be put on a stage.' })
export class AgreementCeremonyCandidateConnection extends ConnectionOf(
  AgreementCeremonyCandidate,
) {}

@ObjectType({ description: 'A ceremony after an action.' })
export class AgreementCeremonyPayload extends Payload {
  @Field(() => AgreementCeremony, {
    nullable: true,
    description: 'The ceremony as it is now; null when refused.',
  })
  ceremony?: AgreementCeremony | null;
}
