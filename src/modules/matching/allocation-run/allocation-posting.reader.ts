import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnitOfWork } from '../../../core/database/index.js';
import { keysetPage, type Connection, type PageArgs } from '../../../core/graphql/index.js';
import { freeSeats, heldSeats } from './allocation-free-seats.js';
import type { AllocationPosting } from './allocation-posting.model.js';

/** Seats of allocations by posting. */
@Injectable()
export class AllocationPostingReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Most free seats first. The caller has checked that the viewer may see the allocation. */
  postingsOf(
    allocationRunId: string,
    { hasFreeSeats, ...args }: PageArgs & { readonly hasFreeSeats?: boolean | null },
  ): Promise<Connection<AllocationPosting>> {
    const run = sql<string>`${allocationRunId}::uuid`;
    const query = this.uow.sql
      .selectFrom(freeSeats(run).as('posting'))
      .innerJoin('allocation_run_postings as part', (join) =>
        join
          .onRef('part.job_posting_id', '=', 'posting.job_posting_id')
          .on('part.allocation_run_id', '=', allocationRunId),
      )
      .select([
        'posting.job_posting_id',
        'posting.seats',
        'posting.free',
        'part.filled',
        sql<number>`(select count(*)::int from allocation_run_assignments as given
          where given.allocation_run_id = ${run} and given.declined_at is not null
            and given.job_posting_id = posting.job_posting_id)`.as('declined'),
      ])
      .$if(hasFreeSeats === true, (q) => q.where('posting.free', '>', 0));
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'posting.free', direction: 'desc', type: 'int' },
        { column: 'posting.job_posting_id', direction: 'asc', type: 'uuid' },
      ],
      map: (row) => ({
        jobPostingId: row.job_posting_id,
        seatCount: row.seats,
        givenCount: row.filled,
        declinedCount: row.declined,
        freeCount: row.free,
      }),
    });
  }

  /** Seats nobody holds, by posting. */
  async freeOf(allocationRunId: string): Promise<Map<string, number>> {
    const rows = await this.uow.sql
      .selectFrom(freeSeats(sql`${allocationRunId}::uuid`).as('posting'))
      .select(['posting.job_posting_id', 'posting.free'])
      .execute();
    return new Map(rows.map((row) => [row.job_posting_id, row.free]));
  }

  /** By posting and group of the quota: how many people hold a seat already. */
  async heldByGroup(
    allocationRunId: string,
    group: 'college_id' | 'region_id',
  ): Promise<(postingId: string, groupId: string) => number> {
    const rows = await this.uow.sql
      .selectFrom(heldSeats(sql`${allocationRunId}::uuid`).as('seat'))
      .innerJoin('allocation_run_people as person', (join) =>
        join
          .onRef('person.allocation_run_id', '=', 'seat.allocation_run_id')
          .onRef('person.profile_id', '=', 'seat.profile_id'),
      )
      .select([
        'seat.job_posting_id',
        `person.${group} as group_id`,
        sql<number>`count(*)::int`.as('count'),
      ])
      .groupBy(['seat.job_posting_id', `person.${group}`])
      .execute();
    const counts = new Map(
      rows.map((row) => [`${row.job_posting_id} ${row.group_id ?? ''}`, row.count]),
    );
    return (postingId, groupId) => counts.get(`${postingId} ${groupId}`) ?? 0;
  }
}
