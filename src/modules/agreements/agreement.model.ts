import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateScalar, DateTimeScalar, Node } from '../../core/graphql/index.js';
import { AgreementState, CooperationForm } from './agreement.enums.js';

@ObjectType({ description: 'What the viewer may do with an agreement now.' })
export class AgreementViewerCan {
  @Field(() => Boolean, { description: 'Edit the draft.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Put it before both parties to be signed.' })
  propose!: boolean;

  @Field(() => Boolean, { description: 'Sign it for an own organisation.' })
  sign!: boolean;

  @Field(() => Boolean, { description: 'Send it back to be changed.' })
  return!: boolean;

  @Field(() => Boolean, { description: 'Give it up before both have signed.' })
  cancel!: boolean;

  @Field(() => Boolean, { description: 'End it early.' })
  terminate!: boolean;

  @Field(() => Boolean, { description: 'Open an own posting to the partner college under it.' })
  openPosting!: boolean;
}

@ObjectType({ description: 'A signature: who, for whom, when and of which text.' })
export class AgreementSignature {
  organisationId!: string;

  accountId!: string;

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

@ObjectType({
  implements: () => [Node],
  description: 'A partnership agreement (校企合作协议) between a college and an enterprise.',
})
export class Agreement extends Node {
  @Field(() => String, { description: 'Number people call it by.' })
  agreementNumber!: string;

  @Field(() => CooperationForm, { description: 'What the parties do together.' })
  form!: CooperationForm;

  @Field(() => AgreementState, { description: 'Where it stands.' })
  state!: AgreementState;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'Its terms in full.' })
  terms!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Students a year the enterprise promises to take; null when it promises none.',
  })
  promisedStudents!: number | null;

  @Field(() => DateScalar, { description: 'First day of its term.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of its term.' })
  endsOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the text to be signed, in hexadecimal; null while it is a draft.',
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

  @Field(() => Int, { description: 'Rises with each change.' })
  version!: number;

  collegeId!: string;

  enterpriseId!: string;

  drafterId!: string;
}

@ObjectType({ description: 'A page of agreements.' })
export class AgreementConnection extends ConnectionOf(Agreement) {}
