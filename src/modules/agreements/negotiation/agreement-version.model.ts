import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar } from '../../../core/graphql/index.js';

@ObjectType({ description: 'A clause of an agreement, plain text.' })
export class AgreementClause {
  @Field(() => ID, { description: 'Stays the same through the versions.' })
  key!: string;

  @Field(() => Int, { description: 'Its place, from 1.' })
  position!: number;

  @Field(() => String, { description: 'Heading; empty where it has none.' })
  heading!: string;

  @Field(() => String, { description: 'What it says.' })
  body!: string;
}

@ObjectType({ description: 'A version of the text of an agreement; it never changes.' })
export class AgreementVersion {
  agreementId!: string;

  @Field(() => Int, { description: 'Its number, from 1.' })
  number!: number;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => DateScalar, { description: 'First day of the term.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of the term.' })
  endsOn!: string;

  @Field(() => String, { description: 'SHA-256 of the text, in hexadecimal.' })
  contentHash!: string;

  @Field(() => String, { nullable: true, description: 'What was changed and why, where said.' })
  note!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Position of the party that made it; null where it is not known.',
  })
  partyPosition!: number | null;

  accountId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  madeAt!: Date;

  /** Given up before the draft was shared: the drafter’s alone. */
  isPrivate!: boolean;
}
