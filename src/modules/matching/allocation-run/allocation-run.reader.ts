import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { organisationsWith, type Actor } from '../../../core/auth/index.js';
import { Clock, isUuid } from '../../../core/clock/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { keysetPage, type Connection, type PageArgs } from '../../../core/graphql/index.js';
import { mayBeFound } from '../../profiles/index.js';
import { freeSeats } from './allocation-free-seats.js';
import { allocationRunReport } from './allocation-run-report.js';
import type { AllocationAssignmentFilter } from './allocation-run.inputs.js';
import type { AllocationAssignment, AllocationRun } from './allocation-run.model.js';
import { ALLOCATION_MANAGE } from './allocation-run.permissions.js';

/** A run without progress for so long is not being worked out any more; a chunk of people takes seconds. */
const STALLED_MS = 300_000;

/** Allocations of the bureaux an actor acts for, and what committed ones gave to people. */
@Injectable()
export class AllocationRunReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor, id: string): Promise<AllocationRun | null> {
    const own = organisationsWith(actor, ALLOCATION_MANAGE);
    if (!isUuid(id) || own.length === 0) return null;
    const row = await this.runs()
      .where('id', '=', id)
      .where('bureau_id', 'in', own)
      .executeTakeFirst();
    return row ? toRun(row, this.clock.now()) : null;
  }

  /** Whoever asks: for the worker. */
  async findById(id: string): Promise<AllocationRun | null> {
    const row = await this.runs().where('id', '=', id).executeTakeFirst();
    return row ? toRun(row, this.clock.now()) : null;
  }

  /** Latest first. The caller has checked that the viewer acts for the bureau. */
  listOf(bureauId: string, args: PageArgs): Promise<Connection<AllocationRun>> {
    return keysetPage(this.runs().where('bureau_id', '=', bureauId), {
      args,
      orderBy: [
        { column: 'created_at', direction: 'desc', type: 'timestamptz' },
        { column: 'id', direction: 'desc', type: 'uuid' },
      ],
      map: (row) => toRun(row, this.clock.now()),
    });
  }

  /** By posting. The caller has checked that the viewer may see the allocation. */
  assignmentsOf(
    allocationRunId: string,
    { filter, ...args }: PageArgs & { readonly filter?: AllocationAssignmentFilter | null },
  ): Promise<Connection<AllocationAssignment>> {
    const { jobPostingId, rankAtLeast, rankAtMost } = filter ?? {};
    const query = this.assignments()
      .where('allocation_run_assignments.allocation_run_id', '=', allocationRunId)
      .$if(jobPostingId != null, (q) =>
        q.where('allocation_run_assignments.job_posting_id', '=', jobPostingId ?? ''),
      )
      .$if(rankAtLeast != null, (q) =>
        q.where('allocation_run_assignments.rank', '>=', rankAtLeast ?? 0),
      )
      .$if(rankAtMost != null, (q) =>
        q.where('allocation_run_assignments.rank', '<=', rankAtMost ?? 0),
      );
    return this.page(query, args);
  }

  /** What committed allocations gave to a person who did not decline it, as far as it is shown. */
  committedFor(
    profileId: string,
    isShown: RawBuilder<SqlBool>,
    args: PageArgs,
  ): Promise<Connection<AllocationAssignment>> {
    return this.page(
      this.committed()
        .where('allocation_run_assignments.profile_id', '=', profileId)
        .where(isShown),
      args,
    );
  }

  /**
   * People whom committed allocations gave a seat of a posting and who did not decline it, as far as they still let
   * themselves be found and are shown.
   */
  committedAt(
    jobPostingId: string,
    isShown: RawBuilder<SqlBool>,
    args: PageArgs,
  ): Promise<Connection<AllocationAssignment>> {
    const query = this.committed()
      .innerJoin(
        'job_seeker_profiles',
        'job_seeker_profiles.id',
        'allocation_run_assignments.profile_id',
      )
      .where(mayBeFound())
      .where(isShown)
      .where('allocation_run_assignments.job_posting_id', '=', jobPostingId);
    return this.page(query, args);
  }

  async pairsOf(allocationRunId: string): Promise<{ profileId: string; jobPostingId: string }[]> {
    const rows = await this.uow.sql
      .selectFrom('allocation_run_assignments')
      .select(['profile_id', 'job_posting_id'])
      .where('allocation_run_id', '=', allocationRunId)
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ profileId: row.profile_id, jobPostingId: row.job_posting_id }));
  }

  private page(
    query: ReturnType<AllocationRunReader['assignments']>,
    args: PageArgs,
  ): Promise<Connection<AllocationAssignment>> {
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'allocation_run_assignments.job_posting_id', direction: 'asc', type: 'uuid' },
        { column: 'allocation_run_assignments.id', direction: 'asc', type: 'uuid' },
      ],
      map: toAssignment,
    });
  }

  private committed() {
    return this.assignments()
      .innerJoin(
        'allocation_runs',
        'allocation_runs.id',
        'allocation_run_assignments.allocation_run_id',
      )
      .where('allocation_runs.state', '=', 'committed')
      .where('allocation_run_assignments.declined_at', 'is', null);
  }

  private assignments() {
    return this.uow.sql
      .selectFrom('allocation_run_assignments')
      .select([
        'allocation_run_assignments.id',
        'allocation_run_assignments.profile_id',
        'allocation_run_assignments.job_posting_id',
        'allocation_run_assignments.rank',
        'allocation_run_assignments.score',
      ]);
  }

  private runs() {
    return this.uow.sql.selectFrom('allocation_runs').select([
      'id',
      'bureau_id',
      'mode',
      'seed',
      'college_id',
      'college_maximum',
      'region_maximum',
      'has_chosen_people',
      'is_whole_region',
      'state',
      'people_count',
      'report',
      'created_at',
      'updated_at',
      'follows_id',
      sql<string | null>`(select follow_up.id from allocation_runs as follow_up
          where follow_up.follows_id = allocation_runs.id
            and follow_up.state in ('draft', 'running', 'previewed'))`.as('follow_up_id'),
      sql<number>`case when allocation_runs.report is null then 0 else (select coalesce(sum(free), 0)::int
          from ${freeSeats(sql`allocation_runs.id`)} as posting) end`.as('free_seat_count'),
      sql<number>`(select count(*)::int from allocation_run_assignments as given
          where given.allocation_run_id = allocation_runs.id and given.declined_at is not null)`.as(
        'declined_count',
      ),
    ]);
  }
}

type RunRow = Awaited<ReturnType<ReturnType<AllocationRunReader['runs']>['execute']>>[number];
type AssignmentRow = Awaited<
  ReturnType<ReturnType<AllocationRunReader['assignments']>['execute']>
>[number];

function toRun(row: RunRow, now: Date): AllocationRun {
  return {
    id: row.id,
    bureauId: row.bureau_id,
    mode: enumName(row.mode),
    seed: row.seed,
    collegeId: row.college_id,
    collegeMaximum: row.college_maximum,
    regionMaximum: row.region_maximum,
    hasChosenPeople: row.has_chosen_people,
    isWholeRegion: row.is_whole_region,
    followsId: row.follows_id,
    followUpId: row.follow_up_id,
    freeSeatCount: row.free_seat_count,
    isStalled: row.state === 'running' && now.getTime() - row.updated_at.getTime() > STALLED_MS,
    state: enumName(row.state),
    peopleCount: row.people_count,
    report:
      row.report === null
        ? null
        : { ...allocationRunReport.parse(row.report), declinedCount: row.declined_count },
    createdAt: row.created_at,
  };
}

function toAssignment(row: AssignmentRow): AllocationAssignment {
  return {
    id: row.id,
    profileId: row.profile_id,
    jobPostingId: row.job_posting_id,
    rank: row.rank,
    score: row.score,
  };
}
