import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type PageArgs,
} from '../../../core/graphql/index.js';
import { regionsInCharge } from '../posting/job-posting.policy.js';
import type { JobPostingReportQueueArgs } from './report.inputs.js';
import type { JobPostingReport } from './report.model.js';

/** Reports for the bureau in charge and for whoever filed them. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Open reports of the actor's region, most urgent first; never those about his own organisations. */
  queue(actor: Actor, args: JobPostingReportQueueArgs): Promise<Connection<JobPostingReport>> {
    let query = this.select().where('report.state', '=', 'open').where(handledBy(actor));
    if (typeof args.isOverdue === 'boolean')
      query = query.where('report.due_at', args.isOverdue ? '<=' : '>', this.clock.now());
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'report.due_at', direction: 'asc', type: 'timestamptz' },
        { column: 'report.id', direction: 'asc', type: 'uuid' },
      ],
      map: (row) => this.toReport(row),
      count: () => countRows(query),
    });
  }

  /** What a person has reported, latest first. */
  filedBy(accountId: string, args: PageArgs): Promise<Connection<JobPostingReport>> {
    const query = this.select().where('report.reported_by', '=', accountId);
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'report.created_at', direction: 'desc', type: 'timestamptz' },
        { column: 'report.id', direction: 'desc', type: 'uuid' },
      ],
      map: (row) => this.toReport(row),
      count: () => countRows(query),
    });
  }

  /** The report when the actor's bureau is to handle it. */
  async findInCharge(actor: Actor, id: string): Promise<JobPostingReport | null> {
    const row = await this.select()
      .where('report.id', '=', id)
      .where(handledBy(actor))
      .executeTakeFirst();
    return row ? this.toReport(row) : null;
  }

  /** Whoever asks. */
  async requireById(id: string): Promise<JobPostingReport> {
    const row = await this.select().where('report.id', '=', id).executeTakeFirstOrThrow();
    return this.toReport(row);
  }

  /** Account of whoever filed the report; null when unknown or erased. */
  async reporterOf(id: string): Promise<string | null> {
    const row = await this.uow.sql
      .selectFrom('job_posting_reports')
      .select('reported_by')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.reported_by ?? null;
  }

  private select() {
    return this.uow.sql
      .selectFrom('job_posting_reports as report')
      .leftJoin('job_postings', 'job_postings.id', 'report.job_posting_id')
      .leftJoin('organisations', (join) =>
        join.on(
          'organisations.id',
          '=',
          sql<string>`coalesce(report.organisation_id, job_postings.organisation_id)`,
        ),
      )
      .leftJoin('regions as charge', (join) =>
        join.on(
          'charge.id',
          '=',
          sql<string>`coalesce(organisations.region_id, job_postings.region_id)`,
        ),
      )
      .select([
        'report.id',
        'report.job_posting_id',
        'report.organisation_id',
        'report.reason',
        'report.statement',
        'report.state',
        'report.created_at',
        'report.due_at',
        'report.handled_at',
        'report.remark',
      ]);
  }

  private toReport(row: ReportSelection): JobPostingReport {
    const state = enumName(row.state);
    return {
      id: row.id,
      jobPostingId: row.job_posting_id,
      organisationId: row.organisation_id,
      reason: enumName(row.reason),
      statement: row.statement,
      state,
      createdAt: row.created_at,
      dueAt: row.due_at,
      isOverdue: state === 'OPEN' && row.due_at <= this.clock.now(),
      handledAt: row.handled_at,
      remark: row.remark,
    };
  }
}

type ReportSelection = Awaited<ReturnType<ReturnType<ReportReader['select']>['execute']>>[number];

/** Reports of the region; a posting from elsewhere whose place nobody knows is every bureau's business. */
function handledBy(actor: Actor): RawBuilder<SqlBool> {
  const regions = regionsInCharge(actor);
  if (regions.length === 0) return sql<SqlBool>`false`;
  const own = actor.grants.map((grant) => grant.organisationId);
  return sql<SqlBool>`((charge.id is null or charge.ancestor_ids && ${regions}::uuid[])
    and not coalesce(organisations.id = any(${own}::uuid[]), false))`;
}
