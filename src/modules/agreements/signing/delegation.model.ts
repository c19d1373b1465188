import { Field, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, Node } from '../../../core/graphql/index.js';

@ObjectType({
  implements: () => [Node],
  description: 'A power of attorney (授权委托书): somebody may take a turn in another’s place.',
})
export class AgreementDelegation extends Node {
  agreementId!: string;

  signatoryId!: string;

  delegateId!: string;

  fileId!: string;

  @Field(() => DateScalar, { description: 'First day it holds.' })
  validFrom!: string;

  @Field(() => DateScalar, { description: 'Last day it holds.' })
  validUntil!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back.' })
  revokedAt!: Date | null;
}
