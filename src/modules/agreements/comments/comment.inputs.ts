import { Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { recordId, text } from '../../../core/validation/index.js';

@InputType({ description: 'What to say about a clause.' })
export class CommentOnAgreementClauseInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => ID, { description: 'Key of the clause, which the present version has.' })
  clauseKey!: string;

  @Field(() => String, { description: 'What is said, 1 to 2,000 characters.' })
  body!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether only the own party sees it. Before the draft is shared it always is, and an answer is as what it answers.',
  })
  isInternal?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The comment on the clause it answers; the clause may be gone since. None: a new comment.',
  })
  replyToId?: string | null;
}

@InputType({ description: 'A comment to resolve, or to take up again.' })
export class AgreementCommentInput {
  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;

  @Field(() => ID, { description: 'The comment; not an answer to one.' })
  commentId!: string;
}

export const commentSchema = z.object({
  agreementId: recordId(),
  clauseKey: recordId(),
  body: text({ max: 2_000, multiline: true }),
  isInternal: z.boolean().nullish(),
  replyToId: recordId().nullish(),
});

export const commentIdSchema = z.object({ agreementId: recordId(), commentId: recordId() });
