import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar, Node, Payload } from '../../../core/graphql/index.js';
import { AgreementAnnex } from '../negotiation/agreement-annex.model.js';
import { AgreementClause } from '../negotiation/agreement-version.model.js';
import { AgreementSignatory } from './signatory.model.js';

export const SigningLinkState = {
  VALID: 'VALID',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
  USED: 'USED',
  CLOSED: 'CLOSED',
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
    CLOSED: {
      description: 'The text is not signed now, or the turn is over in another way.',
    },
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

  @Field(() => String, { description: 'Name of the organisation to ask about it: the drafter.' })
  drafterName!: string;

  @Field(() => String, { nullable: true, description: 'Kind; null where it cannot be used.' })
  kindName!: string | null;

  @Field(() => [String], {
    description: 'Names of all parties, at most 20; none where it cannot be used.',
  })
  partyNames!: string[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of its term; null where it cannot be used.',
  })
  startsOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of its term; null where it cannot be used.',
  })
  endsOn!: string | null;

  @Field(() => [AgreementClause], {
    description: 'What it says, at most 100 clauses; none where it cannot be used.',
  })
  clauses!: AgreementClause[];

  @Field(() => [AgreementAnnex], {
    description: 'Its annexes, at most 10; none where it cannot be used.',
  })
  annexes!: AgreementAnnex[];

  @Field(() => ID, {
    nullable: true,
    description: 'The agreement, for whoever may see it besides; null where it cannot be used.',
  })
  agreementId!: string | null;

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
): Exclude<SigningLinkState, 'CLOSED'> {
  if (revokedAt !== null) return 'REVOKED';
  if (usedAt !== null) return 'USED';
  return expiresAt <= now ? 'EXPIRED' : 'VALID';
}
