import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { countRows, keysetPage, type Connection } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { inChargeWhere } from '../posting/job-posting.policy.js';
import { postingsWithContext } from '../posting/job-posting.rows.js';
import { findingsForReader } from '../wording/wording.model.js';
import { queueFilterSchema, type JobPostingReviewQueueArgs } from './review.inputs.js';
import type { JobPostingReview } from './review.model.js';

const findingsSchema = z.array(
  z.object({ ruleId: z.string(), field: z.string(), start: z.int(), end: z.int() }),
);

/** Reviews for the bureau's queue and for the posting they are about. */
@Injectable()
export class JobPostingReviewReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Reviews waiting for the actor's bureau, most urgent first; never those of his own organisations. */
  queue(actor: Actor, args: JobPostingReviewQueueArgs): Promise<Connection<JobPostingReview>> {
    const { isOverdue, organisationId } = parseInput(queueFilterSchema, args.filter ?? {});
    const own = actor.grants.map((grant) => grant.organisationId);
    let query = this.select()
      .where('review.state', '=', 'pending')
      .where(inChargeWhere(actor))
      .where(sql<boolean>`not coalesce(job_postings.organisation_id = any(${own}::uuid[]), false)`);
    if (typeof isOverdue === 'boolean')
      query = query.where('review.due_at', isOverdue ? '<=' : '>', this.clock.now());
    if (organisationId) query = query.where('job_postings.organisation_id', '=', organisationId);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'review.due_at', direction: 'asc', type: 'timestamptz' },
        { column: 'review.id', direction: 'asc', type: 'uuid' },
      ],
      map: (row) => this.toReview(row),
      count: () => countRows(query),
    });
  }

  async findMany(ids: readonly string[]): Promise<JobPostingReview[]> {
    const rows = await this.select()
      .where('review.id', 'in', [...ids])
      .execute();
    return rows.map((row) => this.toReview(row));
  }

  /** The latest review of each posting, whoever asks. */
  async latestOf(jobPostingIds: readonly string[]): Promise<JobPostingReview[]> {
    const rows = await this.select()
      .where('review.job_posting_id', 'in', [...jobPostingIds])
      .distinctOn('review.job_posting_id')
      .orderBy('review.job_posting_id')
      .orderBy('review.id', 'desc')
      .execute();
    return rows.map((row) => this.toReview(row));
  }

  private select() {
    return postingsWithContext(this.uow.sql)
      .innerJoin('job_posting_reviews as review', 'review.job_posting_id', 'job_postings.id')
      .select([
        'review.id',
        'review.job_posting_id',
        'review.state',
        'review.created_at',
        'review.due_at',
        'review.decided_at',
        'review.remark',
        'review.wording_edition',
        'review.findings',
      ]);
  }

  private toReview(row: ReviewSelection): JobPostingReview {
    const state = enumName(row.state);
    return {
      id: row.id,
      jobPostingId: row.job_posting_id,
      state,
      createdAt: row.created_at,
      dueAt: row.due_at,
      isOverdue: state === 'PENDING' && row.due_at <= this.clock.now(),
      decidedAt: row.decided_at,
      remark: row.remark,
      wordingEdition: row.wording_edition,
      findings: findingsForReader(findingsSchema.parse(row.findings)),
    };
  }
}

type ReviewSelection = Awaited<
  ReturnType<ReturnType<JobPostingReviewReader['select']>['execute']>
>[number];
