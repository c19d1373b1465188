import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../core/auth/index.js';
import { isUuid } from '../../../core/clock/index.js';
import { enumLabel, enumName, UnitOfWork } from '../../../core/database/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type OrderKey,
} from '../../../core/graphql/index.js';
import type {
  ApplicationOrder,
  ApplicationsArgs,
  MyApplicationsArgs,
} from './application.inputs.js';
import { UNDECIDED } from './application.machine.js';
import type { Application, ApplicationHistoryEntry } from './application.model.js';
import { visibleWhere } from './application.policy.js';
import { selectApplications, toApplication } from './application.rows.js';

const NEWEST: readonly OrderKey[] = [
  { column: 'applications.submitted_at', direction: 'desc', type: 'timestamptz' },
  { column: 'applications.id', direction: 'desc', type: 'uuid' },
];

const ORDERS: Readonly<Record<ApplicationOrder, readonly OrderKey[]>> = {
  NEWEST,
  ANSWER_DUE: [
    { column: 'applications.answer_due_at', direction: 'asc', type: 'timestamptz', nullable: true },
    { column: 'applications.id', direction: 'asc', type: 'uuid' },
  ],
};

/** Applications for the API and for other modules. */
@Injectable()
export class ApplicationReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** The application when the actor may see it. */
  async find(actor: Actor, id: string): Promise<Application | null> {
    return (await this.findMany(actor, [id]))[0] ?? null;
  }

  /** The application an interview or an offer belongs to, when the actor may see it. */
  async findOf(
    actor: Actor,
    part: 'interviews' | 'offers',
    id: string,
  ): Promise<Application | null> {
    if (!isUuid(id)) return null;
    const row = await this.uow.sql
      .selectFrom(part)
      .select('application_id')
      .where('id', '=', id)
      .executeTakeFirst();
    return row ? this.find(actor, row.application_id) : null;
  }

  async findMany(actor: Actor, ids: readonly string[]): Promise<Application[]> {
    const known = ids.filter(isUuid);
    if (known.length === 0) return [];
    const rows = await selectApplications(this.uow.sql)
      .where('applications.id', 'in', known)
      .where(visibleWhere(actor))
      .execute();
    const byId = new Map(rows.map((row) => [row.id, toApplication(row)]));
    return known.flatMap((id) => byId.get(id) ?? []);
  }

  /** Applications the actor answers or reads for an employer. */
  async list(actor: Actor, args: ApplicationsArgs): Promise<Connection<Application>> {
    let query = selectApplications(this.uow.sql).where(visibleWhere(actor));
    for (const name of ['jobPostingId', 'organisationId'] as const) {
      const id = args[name];
      if (!id) continue;
      if (!isUuid(id)) throw inputErrors.MALFORMED({ field: [name] });
      const column =
        name === 'jobPostingId' ? 'applications.job_posting_id' : 'applications.organisation_id';
      query = query.where(column, '=', id);
    }
    if (actor.accountId !== null)
      query = query.where('applications.account_id', '<>', actor.accountId);
    if (args.states?.length)
      query = query.where('applications.state', 'in', args.states.map(enumLabel));
    return this.page(query, args, ORDERS[args.orderBy]);
  }

  /** The person's own applications, newest first. */
  async listOwn(accountId: string, args: MyApplicationsArgs): Promise<Connection<Application>> {
    let query = selectApplications(this.uow.sql).where('applications.account_id', '=', accountId);
    if (args.states?.length)
      query = query.where('applications.state', 'in', args.states.map(enumLabel));
    return this.page(query, args, NEWEST);
  }

  /** Every application of the account, oldest first: for its own export. */
  async allOf(accountId: string): Promise<Application[]> {
    const rows = await selectApplications(this.uow.sql)
      .where('applications.account_id', '=', accountId)
      .orderBy('applications.submitted_at')
      .orderBy('applications.id')
      .execute();
    return rows.map(toApplication);
  }

  /** Undecided applications to the posting and whose they are: for telling those people. */
  async openApplicantsOf(
    jobPostingId: string,
  ): Promise<{ applicationId: string; accountId: string }[]> {
    const rows = await this.uow.sql
      .selectFrom('applications')
      .select(['id', 'account_id'])
      .where('job_posting_id', '=', jobPostingId)
      .where('state', 'in', [...UNDECIDED, 'OFFERED' as const].map(enumLabel))
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ applicationId: row.id, accountId: row.account_id }));
  }

  /** Whether the person ever applied for the posting. */
  async hasApplied(profileId: string, jobPostingId: string): Promise<boolean> {
    const row = await this.uow.sql
      .selectFrom('applications')
      .select('id')
      .where('profile_id', '=', profileId)
      .where('job_posting_id', '=', jobPostingId)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Every application to the posting whose consent stands, oldest first: for the employer's workbook. */
  async allTo(jobPostingId: string): Promise<Application[]> {
    const rows = await selectApplications(this.uow.sql)
      .where('applications.job_posting_id', '=', jobPostingId)
      .where('applications.consent_withdrawn_at', 'is', null)
      .orderBy('applications.submitted_at')
      .execute();
    return rows.map(toApplication);
  }

  async historyOf(ids: readonly string[]): Promise<Map<string, ApplicationHistoryEntry[]>> {
    const rows = await this.uow.sql
      .selectFrom('application_history')
      .selectAll()
      .where('application_id', 'in', [...ids])
      .orderBy('occurred_at')
      .orderBy('id')
      .execute();
    const byApplication = new Map<string, ApplicationHistoryEntry[]>();
    for (const row of rows) {
      const entries = byApplication.get(row.application_id) ?? [];
      entries.push({
        transition: row.transition,
        fromState: row.from_state === null ? null : enumName(row.from_state),
        toState: enumName(row.to_state),
        byParty: enumName(row.by_party),
        occurredAt: row.occurred_at,
      });
      byApplication.set(row.application_id, entries);
    }
    return byApplication;
  }

  private page(
    query: ReturnType<typeof selectApplications>,
    args: { first: number; after?: string | null },
    orderBy: readonly OrderKey[],
  ): Promise<Connection<Application>> {
    return keysetPage(query, {
      args,
      orderBy,
      map: toApplication,
      count: () => countRows(query),
    });
  }

  /**
   * How many people applied for each of the postings without keeping it in mind too, by posting id: with the bookmarks
   * of a posting they are all who are interested, each once. Postings without such people are left out.
   */
  async applicantsBesideBookmarks(jobPostingIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.uow.sql
      .selectFrom('applications')
      .select(['job_posting_id', sql<number>`count(distinct profile_id)::int`.as('count')])
      .where(sql<boolean>`job_posting_id = any(${[...jobPostingIds]}::uuid[])`)
      .where(
        sql<boolean>`not exists (select from job_posting_bookmarks as bookmark
          where bookmark.job_posting_id = applications.job_posting_id
            and bookmark.account_id = applications.account_id)`,
      )
      .groupBy('job_posting_id')
      .execute();
    return new Map(rows.map((row) => [row.job_posting_id, row.count]));
  }
}
