import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import { mayBeFound } from '../../profiles/index.js';
import type { TakenWishes } from './allocation-run.repository.js';

/** A person's part in an allocation. */
export interface TakenPart {
  readonly allocationRunId: string;
  readonly takenAt: Date;
  readonly wishes: readonly { readonly jobPostingId: string; readonly score: number }[];
  /** Null without a seat, and while the allocation is not committed. */
  readonly givenJobPostingId: string | null;
}

/** Who and what takes part in allocations, whoever asks: for the worker and for a person's own export. */
@Injectable()
export class AllocationRunPeopleReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Those of the people who look for work and let themselves be found. */
  async findable(profileIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.uow.sql
      .selectFrom('job_seeker_profiles as profile')
      .select('profile.id')
      .where(sql<boolean>`profile.id = any(${[...profileIds]}::uuid[])`)
      .where(mayBeFound('profile'))
      .execute();
    return new Set(rows.map(({ id }) => id));
  }

  /** The next chosen people who still let themselves be found, in the order of their ids. */
  async chosenAfter(
    allocationRunId: string,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    let query = this.uow.sql
      .selectFrom('allocation_run_chosen_people as chosen')
      .innerJoin('job_seeker_profiles as profile', 'profile.id', 'chosen.profile_id')
      .select('chosen.profile_id')
      .where('chosen.allocation_run_id', '=', allocationRunId)
      .where(mayBeFound('profile'))
      .orderBy('chosen.profile_id')
      .limit(limit);
    if (after !== null) query = query.where('chosen.profile_id', '>', after);
    return (await query.execute()).map((row) => row.profile_id);
  }

  async postingsOf(allocationRunId: string): Promise<{ id: string; seats: number | null }[]> {
    const rows = await this.uow.sql
      .selectFrom('allocation_run_postings')
      .select(['job_posting_id', 'seats'])
      .where('allocation_run_id', '=', allocationRunId)
      .orderBy('job_posting_id')
      .execute();
    return rows.map(({ job_posting_id, seats }) => ({ id: job_posting_id, seats }));
  }

  async peopleOf(allocationRunId: string): Promise<TakenWishes[]> {
    const rows = await this.uow.sql
      .selectFrom('allocation_run_people')
      .select(['profile_id', 'college_id', 'region_id', 'wished_job_posting_ids', 'scores'])
      .where('allocation_run_id', '=', allocationRunId)
      .orderBy('profile_id')
      .execute();
    return rows.map((row) => ({
      profileId: row.profile_id,
      collegeId: row.college_id,
      regionId: row.region_id,
      wishedJobPostingIds: row.wished_job_posting_ids,
      scores: row.scores,
    }));
  }

  /** What was taken down of a person, and what committed allocations gave. */
  async allOf(profileId: string): Promise<TakenPart[]> {
    const rows = await this.uow.sql
      .selectFrom('allocation_run_people as person')
      .innerJoin('allocation_runs as run', 'run.id', 'person.allocation_run_id')
      .leftJoin('allocation_run_assignments as given', (join) =>
        join
          .onRef('given.allocation_run_id', '=', 'person.allocation_run_id')
          .onRef('given.profile_id', '=', 'person.profile_id')
          .on('run.state', '=', 'committed'),
      )
      .select([
        'run.id',
        'run.created_at',
        'person.wished_job_posting_ids',
        'person.scores',
        'given.job_posting_id',
      ])
      .where('person.profile_id', '=', profileId)
      .orderBy('run.id')
      .execute();
    return rows.map((row) => ({
      allocationRunId: row.id,
      takenAt: row.created_at,
      wishes: row.wished_job_posting_ids.map((jobPostingId, i) => ({
        jobPostingId,
        score: row.scores[i] ?? 0,
      })),
      givenJobPostingId: row.job_posting_id,
    }));
  }

  /** Where taking down goes on after an interruption. */
  async lastPersonOf(allocationRunId: string): Promise<string | null> {
    const row = await this.uow.sql
      .selectFrom('allocation_run_people')
      .select('profile_id')
      .where('allocation_run_id', '=', allocationRunId)
      .orderBy('profile_id', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.profile_id ?? null;
  }
}
