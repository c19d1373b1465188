import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, Payload } from '../../../core/graphql/index.js';

@ObjectType({ description: 'What renewing one agreement would give.' })
export class AgreementRenewalItem {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the refusal; null when it can be renewed.',
  })
  refusal!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it cannot be renewed, in the language of the request.',
  })
  refusalMessage!: string | null;

  @Field(() => String, { nullable: true, description: 'Title; null when refused.' })
  title!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the new term.' })
  startsOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the new term.' })
  endsOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Obligations carried over.' })
  obligationCount!: number | null;
}

@ObjectType({ description: 'What a renewal of several agreements would give; nothing is written.' })
export class AgreementRenewalPreview {
  @Field(() => [AgreementRenewalItem], { description: 'Each agreement, at most 100.' })
  items!: AgreementRenewalItem[];
}

@ObjectType({ description: 'What became of one agreement of a renewal.' })
export class RenewedAgreement {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => ID, { nullable: true, description: 'The new draft; null when refused.' })
  renewalId!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the refusal; null when done.' })
  refusal!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was not done, in the language of the request.',
  })
  refusalMessage!: string | null;
}

@ObjectType({ description: 'Agreements after a renewal, each on its own.' })
export class RenewAgreementsPayload extends Payload {
  @Field(() => [RenewedAgreement], {
    nullable: true,
    description: 'What became of each, at most 100; null when refused as a whole.',
  })
  items?: RenewedAgreement[] | null;
}
