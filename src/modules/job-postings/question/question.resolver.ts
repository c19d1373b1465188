import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  Public,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { Payload, type Connection } from '../../../core/graphql/index.js';
import { JOB_POSTING_MANAGE, JOB_POSTING_REVIEW } from '../job-postings.permissions.js';
import { JobPostingReader } from '../posting/job-posting.reader.js';
import {
  AnswerJobPostingQuestionInput,
  AskJobPostingQuestionInput,
  HideJobPostingQuestionInput,
  JobPostingQuestionsArgs,
} from './question.inputs.js';
import { JobPostingQuestion, JobPostingQuestionConnection } from './question.model.js';
import { QuestionReader } from './question.reader.js';
import { QuestionService } from './question.service.js';

@ObjectType({ description: 'A question after a change.' })
export class JobPostingQuestionPayload extends Payload {
  @Field(() => JobPostingQuestion, {
    nullable: true,
    description: 'The question; null when refused.',
  })
  question?: JobPostingQuestion | null;
}

@Resolver()
export class QuestionResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: QuestionService,
    private readonly reader: QuestionReader,
    private readonly postings: JobPostingReader,
  ) {}

  @Public()
  @Query(() => JobPostingQuestionConnection, {
    nullable: true,
    description:
      'Questions about a posting, latest first: the answered ones for everyone, all of them for its employer and the bureau in charge; null when the viewer may not know of the posting. Requires: nothing.',
  })
  async jobPostingQuestions(
    @CurrentActor() actor: Actor,
    @Args('jobPostingId', { type: () => ID, description: 'The posting.' }) jobPostingId: string,
    @Args() args: JobPostingQuestionsArgs,
  ): Promise<Connection<JobPostingQuestion> | null> {
    const posting = await this.postings.find(actor, jobPostingId);
    return posting && this.reader.listOf(actor, posting, args);
  }

  @Authenticated()
  @Mutation(() => JobPostingQuestionPayload, {
    description: 'Asks about an open posting. Requires: being signed in.',
  })
  askJobPostingQuestion(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The posting, and the question.' })
    input: AskJobPostingQuestionInput,
  ): Promise<JobPostingQuestionPayload> {
    return this.act(actor, 'askJobPostingQuestion', input, () => this.service.ask(actor, input));
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingQuestionPayload, {
    description: 'Answers a question for everyone to read. Requires: JOB_POSTING_MANAGE.',
  })
  answerJobPostingQuestion(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The question, and the answer.' })
    input: AnswerJobPostingQuestionInput,
  ): Promise<JobPostingQuestionPayload> {
    return this.act(actor, 'answerJobPostingQuestion', {}, () => this.service.answer(actor, input));
  }

  @RequirePermission(JOB_POSTING_REVIEW)
  @Mutation(() => JobPostingQuestionPayload, {
    description: 'Hides a question from the public. Requires: JOB_POSTING_REVIEW.',
  })
  hideJobPostingQuestion(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The question.' }) input: HideJobPostingQuestionInput,
  ): Promise<JobPostingQuestionPayload> {
    return this.act(actor, 'hideJobPostingQuestion', {}, () => this.service.hide(actor, input));
  }

  private async act(
    actor: Actor,
    name: string,
    input: object,
    act: () => Promise<string>,
  ): Promise<JobPostingQuestionPayload> {
    const id = await this.actions.run(actor, name, input, act);
    return { question: await this.reader.requireById(actor, id) };
  }
}
