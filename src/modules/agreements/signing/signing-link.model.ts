import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, Node, Payload } from '../../../core/graphql/index.js';
import { AgreementSignatory } from './signatory.model.js';

export const SigningLinkState = {
  VALID: 'VALID',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
  USED: 'USED',
} as const;
export type SigningLinkState = keyof typeof SigningLinkState;

registerEnumType(SigningLinkState, {
  name: 'AgreementSigningLinkState',
  description: 'Whether a link still leads to a signature.',
  valuesMap: {
    VALID: { description: 'It does.' },
    EXPIRED: { description: 'It was given for a time that is over.' },
    REVOKED: { description: 'It was taken back.' },
    USED: { description: 'It was signed through it.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'A link to the turn of one signatory. Opening it changes nothing.',
})
export class AgreementSigningLink extends Node {
  agreementId!: string;

  signatoryId!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it can be used.' })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken back.' })
  revokedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was signed through it.' })
  usedAt!: Date | null;
}

@ObjectType({ description: 'A link to sign, after it was made or taken back.' })
export class AgreementSigningLinkPayload extends Payload {
  @Field(() => AgreementSigningLink, {
    nullable: true,
    description: 'The link; null when refused.',
  })
  signingLink?: AgreementSigningLink | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its address, shown this once; null when the request is repeated.',
  })
  url?: string | null;
}

@ObjectType({ description: 'What a link leads to.' })
export class AgreementSigningInvitation {
  @Field(() => SigningLinkState, { description: 'Whether it can still be used.' })
  state!: SigningLinkState;

  @Field(() => String, { nullable: true, description: 'Title; null where it cannot be used.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Number; null where it cannot be used.' })
  agreementNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The text to be signed; null where it cannot be used.',
  })
  terms!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the text to be signed; null where it cannot be used.',
  })
  contentHash!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the party to sign for; null where it cannot be used.',
  })
  partyName!: string | null;

  @Field(() => AgreementSignatory, {
    nullable: true,
    description: 'The turn; null where it cannot be used.',
  })
  signatory!: AgreementSignatory | null;
}

/** Of a link at a moment. */
export function linkStateAt(
  { revokedAt, usedAt, expiresAt }: AgreementSigningLink,
  now: Date,
): SigningLinkState {
  if (revokedAt !== null) return 'REVOKED';
  if (usedAt !== null) return 'USED';
  return expiresAt <= now ? 'EXPIRED' : 'VALID';
}
