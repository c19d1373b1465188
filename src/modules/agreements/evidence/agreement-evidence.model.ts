import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../core/graphql/index.js';

@ObjectType({ description: 'The one sealed file of an agreement, and what proves that it is.' })
export class AgreementSealedFile {
  @Field(() => DateTimeScalar, { description: 'When it was sealed.' })
  sealedAt!: Date;

  @Field(() => String, { description: 'SHA-256 of the file, in hexadecimal.' })
  sha256!: string;

  @Field(() => String, { description: 'Id of the key it was signed with.' })
  keyId!: string;

  @Field(() => String, {
    description: 'Where the PDF with its certificate can be downloaded, for five minutes.',
  })
  downloadUrl!: string;

  @Field(() => String, {
    description: 'Where the detached signature can be downloaded, for five minutes.',
  })
  signatureDownloadUrl!: string;

  @Field(() => String, {
    description:
      'Where the evidence can be downloaded, for five minutes: file, signature, keys and all events, to be checked anywhere.',
  })
  evidenceDownloadUrl!: string;

  @Field(() => String, { description: 'Where anybody who holds the file can have it checked.' })
  verificationUrl!: string;
}

@ObjectType({ description: 'An event in the life of an agreement, as its chain holds it.' })
export class AgreementEvent {
  agreementId!: string;

  actorId!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its number, from 1; null for what happened before there was a chain.',
  })
  sequence!: number | null;

  @Field(() => String, { description: 'Code of what happened.' })
  kind!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Position of the party it was done for; null where it was none, or several.',
  })
  partyPosition!: number | null;

  @Field(() => String, { nullable: true, description: 'Why, where a reason was given.' })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the refusal, of an attempt that was refused.',
  })
  refusalCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the text or the file it is about; null where it is about none.',
  })
  documentHash!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its hash, which holds that of the event before it; null outside the chain.',
  })
  hash!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  occurredAt!: Date;
}

@ObjectType({ description: 'Where the chain of events of an agreement stands.' })
export class AgreementChainHead {
  @Field(() => Int, { description: 'How many events it has.' })
  eventCount!: number;

  @Field(() => String, { description: 'Hash of the last one, in hexadecimal.' })
  hash!: string;

  @Field(() => DateTimeScalar, { description: 'When the last one happened.' })
  occurredAt!: Date;
}
