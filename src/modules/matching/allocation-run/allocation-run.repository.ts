import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type {
  AllocationMode,
  AllocationRunState,
  DismissalReason,
} from '../../../generated/prisma/enums.js';
import type { Assignment } from '../allocation/allocate.js';
import type { StoredReport } from './allocation-run-report.js';
import type { AllocationRunTransition } from './allocation-run.machine.js';

export interface NewAllocationRun {
  readonly bureauId: string;
  readonly mode: AllocationMode;
  readonly seed: string;
  readonly collegeId: string | null;
  readonly collegeMaximum: number | null;
  readonly regionMaximum: number | null;
  readonly hasChosenPeople: boolean;
  readonly isWholeRegion: boolean;
  /** The committed run whose free seats it fills. */
  readonly followsId?: string;
}

export interface RunStep {
  readonly transition: AllocationRunTransition;
  readonly from: AllocationRunState;
  readonly to: AllocationRunState;
  readonly actorId: string | null;
}

/** What a person wished for when it was taken down, best first. */
export interface TakenWishes {
  readonly profileId: string;
  readonly collegeId: string | null;
  /** Province of the college. */
  readonly regionId: string | null;
  readonly wishedJobPostingIds: string[];
  readonly scores: number[];
}

/** The only writer of allocations. */
@Injectable()
export class AllocationRunRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async insert(
    run: NewAllocationRun,
    jobPostingIds: readonly string[],
    profileIds: readonly string[],
    actorId: string | null,
  ): Promise<string> {
    const id = this.ids.next();
    const now = this.clock.now();
    await this.uow.db.allocationRun.create({
      data: { ...run, id, createdAt: now, updatedAt: now },
      select: { id: true },
    });
    await this.uow.db.allocationRunPosting.createMany({
      data: jobPostingIds.map((jobPostingId) => ({ allocationRunId: id, jobPostingId })),
    });
    await this.uow.db.allocationRunChosenPerson.createMany({
      data: profileIds.map((profileId) => ({ allocationRunId: id, profileId })),
    });
    await this.appendHistory(id, { transition: 'create', from: null, to: 'DRAFT', actorId });
    return id;
  }

  /** Writes the step if the run still is in that state; false when somebody was faster. */
  async take(id: string, { transition, from, to, actorId }: RunStep): Promise<boolean> {
    const { count } = await this.uow.db.allocationRun.updateMany({
      where: { id, state: from },
      data: { state: to, updatedAt: this.clock.now() },
    });
    if (count === 1) await this.appendHistory(id, { transition, from, to, actorId });
    return count === 1;
  }

  /** Seats as they are now; what is no longer open has none. */
  async freezeSeats(id: string, seats: ReadonlyMap<string, number>): Promise<void> {
    const entries = [...seats].map(([jobPostingId, count]) => ({ id: jobPostingId, seats: count }));
    await sql`
      insert into allocation_run_postings (allocation_run_id, job_posting_id, seats)
      select ${id}::uuid, entry.id, entry.seats
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(id uuid, seats int)
      join job_postings posting on posting.id = entry.id
      on conflict (allocation_run_id, job_posting_id) do update set seats = excluded.seats`.execute(
      this.uow.sql,
    );
    await this.uow.db.allocationRunPosting.updateMany({
      where: { allocationRunId: id, seats: null },
      data: { seats: 0 },
    });
  }

  /** One chunk; false when the run is no longer under way. Repeated after an interruption it changes nothing. */
  async addPeople(id: string, people: readonly TakenWishes[]): Promise<boolean> {
    const { count } = await this.uow.db.allocationRunPerson.createMany({
      data: people.map((person) => ({ ...person, allocationRunId: id })),
      skipDuplicates: true,
    });
    const { count: runs } = await this.uow.db.allocationRun.updateMany({
      where: { id, state: 'RUNNING' },
      data: { peopleCount: { increment: count }, updatedAt: this.clock.now() },
    });
    return runs === 1;
  }

  /** Says that the run is being worked out; false when it is no longer under way. */
  async keepRunning(id: string): Promise<boolean> {
    const { count } = await this.uow.db.allocationRun.updateMany({
      where: { id, state: 'RUNNING' },
      data: { updatedAt: this.clock.now() },
    });
    return count === 1;
  }

  /** The preview, written with the step that leads to it; the report first, because the state demands it. */
  async writePreview(
    id: string,
    report: StoredReport,
    assignments: readonly Assignment[],
  ): Promise<boolean> {
    const { count } = await this.uow.db.allocationRun.updateMany({
      where: { id, state: 'RUNNING' },
      data: { report },
    });
    if (count === 0) return false;
    await this.uow.db.allocationRunAssignment.createMany({
      data: assignments.map(({ personId, postingId, rank, weight }) => ({
        id: this.ids.next(),
        allocationRunId: id,
        profileId: personId,
        jobPostingId: postingId,
        rank,
        score: weight,
      })),
    });
    await sql`
      update allocation_run_postings posting set filled = given.count
      from (select job_posting_id, count(*)::int as count from allocation_run_assignments
            where allocation_run_id = ${id}::uuid group by job_posting_id) given
      where posting.allocation_run_id = ${id}::uuid
        and posting.job_posting_id = given.job_posting_id`.execute(this.uow.sql);
    return this.take(id, {
      transition: 'preview',
      from: 'RUNNING',
      to: 'PREVIEWED',
      actorId: null,
    });
  }

  /** Answers the posting; null unless it is the person's seat and committed. A reason given before stays. */
  async decline(
    id: string,
    profileId: string,
    reason: DismissalReason | null,
  ): Promise<string | null> {
    const given = await this.uow.sql
      .selectFrom('allocation_run_assignments as given')
      .innerJoin('allocation_runs as run', 'run.id', 'given.allocation_run_id')
      .select('given.job_posting_id')
      .where('given.id', '=', id)
      .where('given.profile_id', '=', profileId)
      .where('run.state', '=', 'committed')
      .forUpdate('given')
      .forShare('run')
      .executeTakeFirst();
    if (!given) return null;
    await this.uow.db.allocationRunAssignment.updateMany({
      where: { id, declinedAt: null },
      data: { declinedAt: this.clock.now() },
    });
    if (reason !== null) {
      await this.uow.db.allocationRunAssignment.updateMany({
        where: { id },
        data: { declineReason: reason },
      });
    }
    return given.job_posting_id;
  }

  /** Takes a person out of all runs, with wishes and seat; the counts of what was previewed stay. */
  async removePerson(profileId: string): Promise<void> {
    await sql`
      update allocation_run_postings posting set filled = filled - 1
      from allocation_run_assignments given
      where given.profile_id = ${profileId}::uuid
        and posting.allocation_run_id = given.allocation_run_id
        and posting.job_posting_id = given.job_posting_id`.execute(this.uow.sql);
    await this.uow.db.allocationRunPerson.deleteMany({ where: { profileId } });
    await this.uow.db.allocationRunChosenPerson.deleteMany({ where: { profileId } });
  }

  private async appendHistory(
    allocationRunId: string,
    entry: {
      readonly transition: string;
      readonly from: AllocationRunState | null;
      readonly to: AllocationRunState;
      readonly actorId: string | null;
    },
  ): Promise<void> {
    await this.uow.db.allocationRunHistory.create({
      data: {
        id: this.ids.next(),
        allocationRunId,
        fromState: entry.from,
        toState: entry.to,
        transition: entry.transition,
        actorId: entry.actorId,
        occurredAt: this.clock.now(),
      },
      select: { id: true },
    });
  }
}
