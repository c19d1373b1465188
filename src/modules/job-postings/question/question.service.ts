import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { RateLimiter } from '../../../core/rate-limit/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { questionAnswered, questionAsked } from '../posting/job-posting.events.js';
import type { JobPosting } from '../posting/job-posting.model.js';
import { isInCharge, isMember, mayManage } from '../posting/job-posting.policy.js';
import { JobPostingReader } from '../posting/job-posting.reader.js';
import { questionErrors } from './question.errors.js';
import {
  answerSchema,
  askSchema,
  hideSchema,
  type AnswerJobPostingQuestionInput,
  type AskJobPostingQuestionInput,
  type HideJobPostingQuestionInput,
} from './question.inputs.js';
import { QuestionRepository, type QuestionRow } from './question.repository.js';

const PER_DAY = { points: 20, perSeconds: 86_400 };

/** Questions about a posting and the employer's answers to them. */
@Injectable()
export class QuestionService {
  constructor(
    private readonly questions: QuestionRepository,
    private readonly postings: JobPostingReader,
    private readonly limiter: RateLimiter,
    private readonly outbox: Outbox,
  ) {}

  async ask(actor: Actor, input: AskJobPostingQuestionInput): Promise<string> {
    const { jobPostingId, question } = parseInput(askSchema, input);
    const accountId = actingAccount(actor);
    const posting = await this.postings.requireOpenForApplications(actor, jobPostingId);
    if (isMember(actor, posting.organisationId)) throw questionErrors.OWN_POSTING();
    await this.limiter.consume('jobPostings.ask', accountId, PER_DAY);
    const questionId = await this.questions.insert(jobPostingId, accountId, question);
    await this.outbox.record(
      questionAsked,
      { jobPostingId, questionId },
      { type: 'jobPosting', id: jobPostingId },
    );
    return questionId;
  }

  async answer(actor: Actor, input: AnswerJobPostingQuestionInput): Promise<string> {
    const { questionId, answer } = parseInput(answerSchema, input);
    const { jobPostingId } = await this.require(questionId, (posting) =>
      mayManage(actor, posting.organisationId),
    );
    const answeredBy = actor.accountId ?? actor.apiKeyId;
    if (!(await this.questions.answer(questionId, answeredBy, answer)))
      throw questionErrors.ANSWERED({ field: ['questionId'] });
    await this.outbox.record(
      questionAnswered,
      { jobPostingId, questionId },
      { type: 'jobPosting', id: jobPostingId },
    );
    return questionId;
  }

  /** By the bureau in charge, not by the employer: an awkward question is no reason. */
  async hide(actor: Actor, input: HideJobPostingQuestionInput): Promise<string> {
    const { questionId } = parseInput(hideSchema, input);
    await this.require(questionId, (posting) => isInCharge(actor, posting));
    if (!(await this.questions.hide(questionId)))
      throw questionErrors.HIDDEN({ field: ['questionId'] });
    return questionId;
  }

  private async require(
    questionId: string,
    mayAct: (posting: JobPosting) => boolean,
  ): Promise<QuestionRow> {
    const question = await this.questions.find(questionId);
    const [posting] = question ? await this.postings.findAny([question.jobPostingId]) : [];
    if (!question || !posting || !mayAct(posting))
      throw requestErrors.NOT_FOUND({ field: ['questionId'] });
    return question;
  }
}
