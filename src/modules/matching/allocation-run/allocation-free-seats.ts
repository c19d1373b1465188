import { sql, type RawBuilder } from 'kysely';

/** Seats that people hold of a run and of the committed runs that filled what it left: not declined. `run` names an id. */
export function heldSeats(run: RawBuilder<string>): RawBuilder<{
  profile_id: string;
  job_posting_id: string;
  allocation_run_id: string;
}> {
  return sql`(select held.profile_id, held.job_posting_id, held.allocation_run_id
    from allocation_run_assignments held
    join allocation_runs holding on holding.id = held.allocation_run_id
    where held.declined_at is null
      and (holding.id = ${run} or (holding.follows_id = ${run} and holding.state = 'committed')))`;
}

/** How many seats of each posting of a run nobody holds. */
export function freeSeats(run: RawBuilder<string>): RawBuilder<{
  job_posting_id: string;
  seats: number;
  free: number;
}> {
  return sql`(select posting.job_posting_id, posting.seats,
      greatest(0, posting.seats - (select count(*)::int from ${heldSeats(run)} as seat
        where seat.job_posting_id = posting.job_posting_id)) as free
    from allocation_run_postings posting
    where posting.allocation_run_id = ${run} and posting.seats is not null)`;
}
