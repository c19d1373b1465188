import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import { mayBeFound } from '../../profiles/index.js';
import { freeSeats, heldSeats } from './allocation-free-seats.js';

/** Writes what runs that fill free seats are over. */
@Injectable()
export class AllocationFollowUpRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Keeps a run as it is until the unit of work ends; answers its state. */
  async lock(id: string): Promise<string | null> {
    const row = await this.uow.sql
      .selectFrom('allocation_runs')
      .select('state')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    return row?.state ?? null;
  }

  /** The postings with free seats of the run followed; answers how many. */
  async addPostings(id: string, followsId: string): Promise<number> {
    const { numAffectedRows } = await sql`
      insert into allocation_run_postings (allocation_run_id, job_posting_id)
      select ${id}::uuid, posting.job_posting_id
      from ${freeSeats(sql`${followsId}::uuid`)} as posting where posting.free > 0`.execute(
      this.uow.sql,
    );
    return Number(numAffectedRows ?? 0n);
  }

  /** The people of the run followed who hold no seat and still may be found; answers how many. */
  async addPeople(id: string, followsId: string): Promise<number> {
    const { numAffectedRows } = await sql`
      insert into allocation_run_chosen_people (allocation_run_id, profile_id)
      select ${id}::uuid, person.profile_id
      from allocation_run_people as person
      join job_seeker_profiles as profile on profile.id = person.profile_id
      where person.allocation_run_id = ${followsId}::uuid
        and ${mayBeFound('profile')}
        and not exists (select from ${heldSeats(sql`${followsId}::uuid`)} as seat
          where seat.profile_id = person.profile_id)`.execute(this.uow.sql);
    return Number(numAffectedRows ?? 0n);
  }
}
