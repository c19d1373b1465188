import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { countRows, keysetPage, type Connection } from '../../../core/graphql/index.js';
import type { JobPosting } from '../posting/job-posting.model.js';
import { isInCharge, isMember } from '../posting/job-posting.policy.js';
import type { JobPostingQuestionsArgs } from './question.inputs.js';
import type { JobPostingQuestion } from './question.model.js';

@Injectable()
export class QuestionReader {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Questions about a posting the viewer sees, latest first. The public reads the answered ones; whoever asked also his
   * own, and the employer and the bureau all of them.
   */
  listOf(
    actor: Actor,
    posting: JobPosting,
    args: JobPostingQuestionsArgs,
  ): Promise<Connection<JobPostingQuestion>> {
    let query = this.select().where('job_posting_id', '=', posting.id);
    if (typeof args.isAnswered === 'boolean')
      query = query.where('answer', args.isAnswered ? 'is not' : 'is', null);
    if (!isMember(actor, posting.organisationId) && !isInCharge(actor, posting))
      query = query.where(
        sql<boolean>`((answer is not null and hidden_at is null) or asked_by = ${actor.accountId}::uuid)`,
      );
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'asked_at', direction: 'desc', type: 'timestamptz' },
        { column: 'id', direction: 'desc', type: 'uuid' },
      ],
      map: (row) => toQuestion(actor, row),
      count: () => countRows(query),
    });
  }

  /** Whoever asks. */
  async requireById(actor: Actor, id: string): Promise<JobPostingQuestion> {
    const row = await this.select().where('id', '=', id).executeTakeFirstOrThrow();
    return toQuestion(actor, row);
  }

  /** Account of whoever asked; null when unknown or erased. */
  async askerOf(id: string): Promise<string | null> {
    const row = await this.uow.sql
      .selectFrom('job_posting_questions')
      .select('asked_by')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.asked_by ?? null;
  }

  private select() {
    return this.uow.sql
      .selectFrom('job_posting_questions')
      .select([
        'id',
        'job_posting_id',
        'question',
        'asked_at',
        'asked_by',
        'answer',
        'answered_at',
        'hidden_at',
      ]);
  }
}

type QuestionSelection = Awaited<
  ReturnType<ReturnType<QuestionReader['select']>['execute']>
>[number];

function toQuestion(actor: Actor, row: QuestionSelection): JobPostingQuestion {
  return {
    id: row.id,
    jobPostingId: row.job_posting_id,
    question: row.question,
    askedAt: row.asked_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    isHidden: row.hidden_at !== null,
    isMine: row.asked_by !== null && row.asked_by === actor.accountId,
  };
}
