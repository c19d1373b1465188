import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Ids } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import type { ScoredPerson } from './edge-market.js';

/** People scored at once, and written in one transaction. */
export const CHUNK = 200;
/** A chunk whose worker is silent for so long is taken over. */
const CLAIM_MS = 120_000;

/** What a chunk is claimed for; the column says when that was done. */
export type ChunkStep = 'scored' | 'written';

/** A person's list as the sharing made it, in the order in which it is shown. */
export interface SharedList {
  readonly profileId: string;
  readonly jobPostingIds: readonly string[];
  readonly seatPrices: readonly number[];
  readonly hasFirstPlace: boolean;
}

/** The only writer of runs over everybody. Each write is conditional: what somebody else did meanwhile is not done again. */
@Injectable()
export class MatchRunRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A new run over all who look for work now; null while another one is under way. */
  async insert(): Promise<string | null> {
    const id = this.ids.next();
    const now = this.clock.now();
    const { rows } = await sql`
      insert into match_runs (id, chunk_count, people_count, started_at, updated_at)
      select ${id}::uuid, ceil(count(*) / ${CHUNK}::numeric)::int, count(*)::int, ${now}, ${now}
      from job_seeker_profiles where is_active
      on conflict ((true)) where state <> 'done' do nothing
      returning id`.execute(this.uow.sql);
    if (rows.length === 0) return null;
    await sql`
      insert into match_run_chunks (match_run_id, number, profile_ids)
      select ${id}::uuid, number, array_agg(id order by id)
      from (select id, ((row_number() over (order by id) - 1) / ${CHUNK}::int)::int as number
            from job_seeker_profiles where is_active) person
      group by number`.execute(this.uow.sql);
    await sql`
      update match_runs set
        chunk_count = (select count(*)::int from match_run_chunks where match_run_id = ${id}::uuid),
        people_count = (select coalesce(sum(cardinality(profile_ids)), 0)::int
          from match_run_chunks where match_run_id = ${id}::uuid)
      where id = ${id}::uuid`.execute(this.uow.sql);
    return id;
  }

  /** Has another run follow the one under way. */
  async wantAgain(id: string): Promise<void> {
    await this.uow.db.matchRun.updateMany({
      where: { id, state: { not: 'DONE' } },
      data: { isWantedAgain: true },
    });
  }

  /** The people of a chunk for whoever comes first; null when it is done, or somebody is at it. */
  async claim(id: string, chunk: number, step: ChunkStep): Promise<string[] | null> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + CLAIM_MS);
    const { rows } = await sql<{ profileIds: string[] }>`
      update match_run_chunks set claimed_until = ${until}
      where match_run_id = ${id}::uuid and number = ${chunk} and ${this.isOpen(step)}
        and (claimed_until is null or claimed_until < ${now})
      returning profile_ids as "profileIds"`.execute(this.uow.sql);
    return rows[0]?.profileIds ?? null;
  }

  /** Gives a claimed chunk back when it cannot be worked on. */
  async orRelease(id: string, chunk: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await this.uow.db.matchRunChunk.updateMany({
        where: { matchRunId: id, number: chunk },
        data: { claimedUntil: null },
      });
      throw error;
    }
  }

  /** The scored pairs of a chunk as it was read at that moment; false when somebody else was done with it first. */
  async addScored(
    id: string,
    chunk: number,
    { people, readAt }: { readonly people: readonly ScoredPerson[]; readonly readAt: Date },
  ): Promise<boolean> {
    if (!(await this.finish(id, chunk, 'scored', readAt))) return false;
    if (people.length > 0) {
      await this.uow.sql
        .insertInto('match_run_people')
        .values(
          people.map(({ profileId, jobPostingIds, scores }) => ({
            match_run_id: id,
            profile_id: profileId,
            job_posting_ids: sql<string[]>`${literal(jobPostingIds)}::uuid[]`,
            scores: sql<number[]>`${literal(scores)}::smallint[]`,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await this.count(id, chunk, 'scored');
    return true;
  }

  /** Notes that the lists of a chunk are written, before they are; false when somebody else was first. */
  async addWritten(
    id: string,
    chunk: number,
    counts: { readonly listed: number; readonly recommendations: number },
  ): Promise<boolean> {
    if (!(await this.finish(id, chunk, 'written', this.clock.now()))) return false;
    await this.count(id, chunk, 'written');
    await this.uow.db.matchRun.update({
      where: { id },
      data: {
        listedCount: { increment: counts.listed },
        recommendationCount: { increment: counts.recommendations },
      },
      select: { id: true },
    });
    return true;
  }

  /** Goes on to the sharing, once all chunks are scored; false unless it was this call that did. */
  async beginSharing(id: string): Promise<boolean> {
    return this.step(id, 'scoring', 'sharing', sql`scored_at is null`);
  }

  /** Lets one share the seats out; false while another one does. */
  async claimSharing(id: string): Promise<boolean> {
    const now = this.clock.now();
    const { rows } = await sql`
      update match_runs set sharing_until = ${new Date(now.getTime() + CLAIM_MS)}, updated_at = ${now}
      where id = ${id}::uuid and state = 'sharing'
        and (sharing_until is null or sharing_until < ${now})
      returning id`.execute(this.uow.sql);
    return rows.length > 0;
  }

  async keepSharing(id: string): Promise<void> {
    const now = this.clock.now();
    await this.uow.db.matchRun.updateMany({
      where: { id, state: 'SHARING' },
      data: { sharingUntil: new Date(now.getTime() + CLAIM_MS), updatedAt: now },
    });
  }

  async releaseSharing(id: string): Promise<void> {
    await this.uow.db.matchRun.updateMany({ where: { id }, data: { sharingUntil: null } });
  }

  /** Everybody's shared list; false when somebody else was done first. */
  async addLists(id: string, lists: readonly SharedList[]): Promise<boolean> {
    if (!(await this.step(id, 'sharing', 'listing', null))) return false;
    for (let start = 0; start < lists.length; start += CHUNK) {
      const entries = lists.slice(start, start + CHUNK).map((list) => ({
        profile_id: list.profileId,
        ids: literal(list.jobPostingIds),
        prices: literal(list.seatPrices),
        has_first: list.hasFirstPlace,
      }));
      await sql`
        update match_run_people person set listed_job_posting_ids = entry.ids::uuid[],
          seat_prices = entry.prices::smallint[], has_first_place = entry.has_first
        from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
          as entry(profile_id uuid, ids text, prices text, has_first boolean)
        where person.match_run_id = ${id}::uuid and person.profile_id = entry.profile_id`.execute(
        this.uow.sql,
      );
    }
    await sql`update match_run_chunks set claimed_until = null
      where match_run_id = ${id}::uuid`.execute(this.uow.sql);
    return true;
  }

  /** Ends the run, once all chunks are written, and clears what it worked with; false unless it was this call that did. */
  async end(id: string): Promise<boolean> {
    if (!(await this.step(id, 'listing', 'done', sql`written_at is null`))) return false;
    await this.uow.db.matchRunPerson.deleteMany({ where: { matchRunId: id } });
    await this.uow.db.matchRunChunk.deleteMany({ where: { matchRunId: id } });
    return true;
  }

  private async step(
    id: string,
    from: string,
    to: string,
    isLeft: ReturnType<typeof sql> | null,
  ): Promise<boolean> {
    const now = this.clock.now();
    const left = isLeft ?? sql`false`;
    const { rows } = await sql`
      update match_runs set state = ${to}::match_run_state, updated_at = ${now},
        finished_at = case when ${to} = 'done' then ${now}::timestamptz end
      where id = ${id}::uuid and state = ${from}::match_run_state and not exists (
        select from match_run_chunks where match_run_id = ${id}::uuid and ${left})
      returning id`.execute(this.uow.sql);
    return rows.length > 0;
  }

  private async finish(id: string, chunk: number, step: ChunkStep, at: Date): Promise<boolean> {
    const { rows } = await sql`
      update match_run_chunks set ${sql.ref(`${step}_at`)} = ${at}, claimed_until = null
      where match_run_id = ${id}::uuid and number = ${chunk} and ${this.isOpen(step)}
      returning number`.execute(this.uow.sql);
    return rows.length > 0;
  }

  private async count(id: string, chunk: number, step: ChunkStep): Promise<void> {
    const column = sql.ref(`${step}_count`);
    await sql`
      update match_runs set ${column} = ${column} + cardinality(chunk.profile_ids),
        updated_at = ${this.clock.now()}
      from match_run_chunks chunk
      where match_runs.id = ${id}::uuid and chunk.match_run_id = match_runs.id
        and chunk.number = ${chunk}`.execute(this.uow.sql);
  }

  private isOpen(step: ChunkStep) {
    return step === 'scored'
      ? sql`scored_at is null`
      : sql`scored_at is not null and written_at is null`;
  }
}

/** An array as PostgreSQL writes it; ids and numbers need no quotes. */
function literal(values: readonly (string | number)[]): string {
  return `{${values.join(',')}}`;
}
