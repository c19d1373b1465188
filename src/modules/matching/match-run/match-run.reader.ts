import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import type { MatchRunState } from '../../../generated/prisma/enums.js';
import type { ScoredPerson } from './edge-market.js';
import type { ChunkStep, SharedList } from './match-run.repository.js';

export interface MatchRun {
  readonly id: string;
  readonly version: number;
  readonly state: MatchRunState;
  readonly isWantedAgain: boolean;
  readonly peopleCount: number;
  readonly scoredCount: number;
  readonly writtenCount: number;
  readonly listedCount: number;
  readonly recommendationCount: number;
  readonly startedAt: Date;
}

const PAGE = 500;

/** How far a run over everybody has come, and what it works with. */
@Injectable()
export class MatchRunReader {
  constructor(private readonly uow: UnitOfWork) {}

  async find(id: string): Promise<MatchRun | null> {
    const row = await this.select().where('id', '=', id).executeTakeFirst();
    return row ? toRun(row) : null;
  }

  async findUnderWay(): Promise<MatchRun | null> {
    const row = await this.select().where('state', '<>', 'done').executeTakeFirst();
    return row ? toRun(row) : null;
  }

  /** Version of the last run that was finished; 0 before the first. */
  async lastVersion(): Promise<number> {
    const { last } = await this.uow.sql
      .selectFrom('match_runs')
      .select(sql<number>`coalesce(max(version), 0)::int`.as('last'))
      .where('state', '=', 'done')
      .executeTakeFirstOrThrow();
    return last;
  }

  /** Chunks that wait for the step. */
  async openChunks(id: string, step: ChunkStep): Promise<number[]> {
    const rows = await this.uow.sql
      .selectFrom('match_run_chunks')
      .select('number')
      .where('match_run_id', '=', id)
      .where(step === 'scored' ? 'scored_at' : 'written_at', 'is', null)
      .orderBy('number')
      .execute();
    return rows.map(({ number }) => number);
  }

  /** All scored people in the order of their ids, a page at a time. */
  async *scored(id: string): AsyncGenerator<ScoredPerson> {
    for (let after: string | null = null; ;) {
      let query = this.uow.sql
        .selectFrom('match_run_people')
        .select(['profile_id', 'job_posting_ids', 'scores'])
        .where('match_run_id', '=', id)
        .orderBy('profile_id')
        .limit(PAGE);
      if (after !== null) query = query.where('profile_id', '>', after);
      const rows = await query.execute();
      for (const row of rows) {
        const { profile_id: profileId, job_posting_ids: jobPostingIds, scores } = row;
        yield { profileId, jobPostingIds, scores };
      }
      if (rows.length < PAGE) return;
      after = rows.at(-1)?.profile_id ?? null;
    }
  }

  /** The shared lists of a chunk, and when its people were read. */
  async lists(id: string, chunk: number): Promise<{ lists: SharedList[]; readAt: Date }> {
    const { scored_at } = await this.uow.sql
      .selectFrom('match_run_chunks')
      .select('scored_at')
      .where('match_run_id', '=', id)
      .where('number', '=', chunk)
      .executeTakeFirstOrThrow();
    if (scored_at === null) throw new Error(`Chunk ${chunk} is not scored`);
    const rows = await this.uow.sql
      .selectFrom('match_run_people as person')
      .innerJoin('match_run_chunks as chunk', (join) =>
        join
          .onRef('chunk.match_run_id', '=', 'person.match_run_id')
          .on(sql<boolean>`person.profile_id = any(chunk.profile_ids)`),
      )
      .select([
        'person.profile_id',
        'person.listed_job_posting_ids',
        'person.seat_prices',
        'person.has_first_place',
      ])
      .where('person.match_run_id', '=', id)
      .where('chunk.number', '=', chunk)
      .orderBy('person.profile_id')
      .execute();
    return {
      readAt: scored_at,
      lists: rows.map((row) => ({
        profileId: row.profile_id,
        jobPostingIds: row.listed_job_posting_ids,
        seatPrices: row.seat_prices,
        hasFirstPlace: row.has_first_place,
      })),
    };
  }

  private select() {
    return this.uow.sql
      .selectFrom('match_runs')
      .select([
        'id',
        'version',
        'state',
        'is_wanted_again',
        'people_count',
        'scored_count',
        'written_count',
        'listed_count',
        'recommendation_count',
        'started_at',
      ]);
  }
}

type Row = Awaited<ReturnType<ReturnType<MatchRunReader['select']>['execute']>>[number];

function toRun(row: Row): MatchRun {
  return {
    id: row.id,
    version: row.version,
    state: enumName(row.state),
    isWantedAgain: row.is_wanted_again,
    peopleCount: row.people_count,
    scoredCount: row.scored_count,
    writtenCount: row.written_count,
    listedCount: row.listed_count,
    recommendationCount: row.recommendation_count,
    startedAt: row.started_at,
  };
}
