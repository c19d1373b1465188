import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, Node, Payload } from '../../../core/graphql/index.js';

@ObjectType({
  implements: () => [Node],
  description: 'A text opened to be signed, on this device, by whoever is signed in.',
})
export class AgreementSigningSession extends Node {
  agreementId!: string;

  signatoryId!: string;

  accountId!: string;

  linkId!: string | null;

  delegationId!: string | null;

  @Field(() => String, { description: 'SHA-256 of the text that was opened.' })
  contentHash!: string;

  @Field(() => DateTimeScalar, { description: 'Until when it can be signed.' })
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'Whether a one-time code is needed to sign.' })
  needsCode!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When a code was sent last.' })
  codeIssuedAt!: Date | null;

  codeConfirmedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was read to its end.' })
  viewedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed.' })
  usedAt!: Date | null;
}

@ObjectType({ description: 'What was opened to be signed.' })
export class AgreementSigningSessionPayload extends Payload {
  @Field(() => AgreementSigningSession, {
    nullable: true,
    description: 'The session; null when refused.',
  })
  signingSession?: AgreementSigningSession | null;
}
