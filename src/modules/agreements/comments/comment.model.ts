import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, Node } from '../../../core/graphql/index.js';

@ObjectType({ implements: () => [Node], description: 'An answer to a comment on a clause.' })
export class AgreementCommentReply extends Node {
  accountId!: string;

  @Field(() => Int, { description: 'Position of the party for which it was made.' })
  partyPosition!: number;

  @Field(() => String, { description: 'What is said.' })
  body!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;
}

@ObjectType({
  implements: () => [Node],
  description: 'What a party says about a clause while the text is discussed; no part of the text.',
})
export class AgreementComment extends Node {
  accountId!: string;

  resolvedByAccountId!: string | null;

  @Field(() => ID, { description: 'Key of the clause.' })
  clauseKey!: string;

  @Field(() => String, {
    description: 'Heading of the clause as it was then; empty where it had none.',
  })
  clauseHeading!: string;

  @Field(() => Int, { description: 'Number of the version it was made on.' })
  versionNumber!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the version that has the clause no longer; null while it stands.',
  })
  removedInVersion!: number | null;

  @Field(() => Int, { description: 'Position of the party for which it was made.' })
  partyPosition!: number;

  @Field(() => Boolean, { description: 'Whether only that party sees it.' })
  isInternal!: boolean;

  @Field(() => String, { description: 'What is said.' })
  body!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was resolved; null while it is open.',
  })
  resolvedAt!: Date | null;

  @Field(() => [AgreementCommentReply], { description: 'Answers to it, oldest first, at most 50.' })
  replies!: AgreementCommentReply[];
}
