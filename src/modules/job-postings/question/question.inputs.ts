import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { z } from 'zod';
import { PageArgs } from '../../../core/graphql/index.js';
import { recordId, text } from '../../../core/validation/index.js';

@InputType({ description: 'A question about a posting.' })
export class AskJobPostingQuestionInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The posting.' })
  jobPostingId!: string;

  @Field(() => String, {
    description: 'The question, 5 to 500 characters; everyone may read it, nobody who asked it.',
  })
  question!: string;
}

@InputType({ description: 'An answer to a question.' })
export class AnswerJobPostingQuestionInput {
  @Field(() => ID, { description: 'The question.' })
  questionId!: string;

  @Field(() => String, { description: 'The answer, 1 to 1,000 characters.' })
  answer!: string;
}

@InputType({ description: 'A question to hide from the public.' })
export class HideJobPostingQuestionInput {
  @Field(() => ID, { description: 'The question.' })
  questionId!: string;
}

@ArgsType()
export class JobPostingQuestionsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only answered ones, or only those that wait; all when left out.',
  })
  isAnswered?: boolean | null;
}

export const askSchema = z.object({
  jobPostingId: recordId(),
  question: text({ min: 5, max: 500, multiline: true }),
});
export const answerSchema = z.object({
  questionId: recordId(),
  answer: text({ max: 1_000, multiline: true }),
});
export const hideSchema = z.object({ questionId: recordId() });
