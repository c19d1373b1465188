import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Ids } from '../../core/clock/index.js';
import { UnitOfWork } from '../../core/database/index.js';
import { EXCLUDED_POSTINGS } from './dismissal/excluded-postings.js';
import type { GivenPlace } from './engine/match-engine.js';
import type { MatchTerm } from './engine/match-explanation.js';

/** Postings on one person's list at most. */
export const LIST_LENGTH = 30;

export interface NewRecommendation {
  readonly profileId: string;
  readonly jobPostingId: string;
  readonly score: number;
  readonly terms: readonly MatchTerm[];
  /** True for the posting whose first place is the person's. */
  readonly isFirst: boolean;
  /** Points that the order of the list takes off the score. */
  readonly seatPrice: number;
}

/** What a person's list holds besides one posting. */
export interface ListRoom {
  /** Whether the posting's first place is the person's. */
  readonly hasFirst: boolean;
  /** Other postings on it. */
  readonly others: number;
  /** Least score less price among them, first places left out; 0 where there is none. */
  readonly least: number;
  /** How many of them are of the posting's employer. */
  readonly ofEmployer: number;
}

/** Lists of a run over everybody. */
export interface RunLists {
  readonly version: number;
  /** When the people were read: who changed since, and what was written since, is newer and stays. */
  readonly readAt: Date;
}

const LAST_VERSION = sql`coalesce((select max(version) from match_runs where state = 'done'), 0)`;
const PLACE_COUNT = sql<number>`count(*)::int`.as('count');
const PLACE_PRICE = sql<number>`coalesce(max(seat_price), 0)::int`.as('price');

/** Whose a posting is, as the engine knows it. */
const EMPLOYER = (posting: 'posting' | 'this') =>
  sql`coalesce(${sql.ref(`${posting}.organisation_id`)}::text, ${sql.ref(`${posting}.employer_name`)})`;

/** The only writer of recommendations. */
@Injectable()
export class RecommendationRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Makes the lists of the people exactly what is given, without what somebody dismissed. Answers how many postings
   * are new on each list.
   */
  async replaceLists(
    profileIds: readonly string[],
    recommendations: readonly NewRecommendation[],
    run?: RunLists,
  ): Promise<Map<string, number>> {
    const people = await this.lock(profileIds, run?.readAt);
    const lists = recommendations.filter(({ profileId }) => people.has(profileId));
    const known = await this.pairsOf([...people]);
    const wanted = new Set(lists.map(pairOf));
    await this.remove(
      [...known.entries()].filter(([pair]) => !wanted.has(pair)).map(([, id]) => id),
      run?.readAt,
    );
    const written = await this.upsert(lists, { version: run?.version });
    await this.rank([...people]);
    return newOf(written, known, await this.pairsOf([...people]));
  }

  /**
   * Puts one posting onto lists, or changes its score there; lists stay as long as they may be, and who has its first
   * places keeps them. Answers as above.
   */
  async add(recommendations: readonly NewRecommendation[]): Promise<Map<string, number>> {
    const profileIds = [...new Set(recommendations.map(({ profileId }) => profileId))].sort();
    await this.lock(profileIds);
    const known = await this.pairsOf(profileIds);
    const written = await this.upsert(recommendations, { keepsFirst: true });
    await this.rank(profileIds);
    return newOf(written, known, await this.pairsOf(profileIds));
  }

  /** Takes a posting off the lists of everybody but those named. */
  async takeOff(jobPostingId: string, exceptProfileIds: readonly string[] = []): Promise<void> {
    await this.uow.sql
      .deleteFrom('recommendations')
      .where('job_posting_id', '=', jobPostingId)
      .where(sql<boolean>`profile_id <> all(${[...exceptProfileIds]}::uuid[])`)
      .execute();
  }

  /** What the people's lists hold besides one posting. */
  async roomsFor(
    jobPostingId: string,
    profileIds: readonly string[],
  ): Promise<Map<string, ListRoom>> {
    const isOther = sql<boolean>`listed.job_posting_id <> ${jobPostingId}::uuid`;
    const rows = await this.uow.sql
      .selectFrom('recommendations as listed')
      .innerJoin('job_postings as posting', 'posting.id', 'listed.job_posting_id')
      .innerJoin('job_postings as this', (join) => join.on('this.id', '=', jobPostingId))
      .select([
        'listed.profile_id',
        sql<boolean>`bool_or(listed.is_first and not ${isOther})`.as('hasFirst'),
        sql<number>`(count(*) filter (where ${isOther}))::int`.as('others'),
        sql<number>`coalesce(min(listed.score - listed.seat_price)
          filter (where ${isOther} and not listed.is_first), 0)::int`.as('least'),
        sql<number>`(count(*) filter (where ${isOther} and ${EMPLOYER('posting')} = ${EMPLOYER('this')}))::int`.as(
          'ofEmployer',
        ),
      ])
      .where('listed.profile_id', '=', sql<string>`any(${[...profileIds]}::uuid[])`)
      .groupBy('listed.profile_id')
      .execute();
    return new Map(rows.map(({ profile_id, ...room }) => [profile_id, room]));
  }

  /** Has whoever gives first places away to single people do so one after the other, until the end of the transaction. */
  async lockFirstPlaces(): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended('matching.firstPlaces', 0))`.execute(
      this.uow.sql,
    );
  }

  /** First places that people other than the one named have, with their price, by posting. */
  async givenPlaces(exceptProfileId: string): Promise<Map<string, GivenPlace>> {
    const rows = await this.uow.sql
      .selectFrom('recommendations')
      .select(['job_posting_id', PLACE_COUNT, PLACE_PRICE])
      .where('is_first', '=', true)
      .where('profile_id', '<>', exceptProfileId)
      .groupBy('job_posting_id')
      .execute();
    return new Map(rows.map(({ job_posting_id, ...place }) => [job_posting_id, place]));
  }

  /** First places of a posting that people have, with their price. */
  givenPlacesOf(jobPostingId: string): Promise<GivenPlace> {
    return this.uow.sql
      .selectFrom('recommendations')
      .select([PLACE_COUNT, PLACE_PRICE])
      .where('is_first', '=', true)
      .where('job_posting_id', '=', jobPostingId)
      .executeTakeFirstOrThrow();
  }

  /** Who has a first place of the posting. */
  async firstOf(jobPostingId: string): Promise<Set<string>> {
    const rows = await this.uow.sql
      .selectFrom('recommendations')
      .select('profile_id')
      .where('is_first', '=', true)
      .where('job_posting_id', '=', jobPostingId)
      .execute();
    return new Set(rows.map((row) => row.profile_id));
  }

  async removeAll(profileId: string): Promise<void> {
    await this.lock([profileId]);
    await this.uow.db.recommendation.deleteMany({ where: { profileId } });
  }

  /**
   * People's lists change one after the other, in the order of their ids, so that no two runs lock each other up. Answers
   * those who did not change since that moment, where one is given.
   */
  private async lock(profileIds: readonly string[], since?: Date): Promise<Set<string>> {
    const rows = await this.uow.sql
      .selectFrom('job_seeker_profiles')
      .select(['id', 'updated_at'])
      .where('id', '=', sql<string>`any(${[...profileIds]}::uuid[])`)
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
    const unchanged = rows.filter((row) => since === undefined || row.updated_at <= since);
    return new Set(unchanged.map(({ id }) => id));
  }

  private async pairsOf(profileIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.uow.sql
      .selectFrom('recommendations')
      .select(['id', 'profile_id', 'job_posting_id'])
      .where('profile_id', '=', sql<string>`any(${[...profileIds]}::uuid[])`)
      .execute();
    return new Map(rows.map((row) => [`${row.profile_id} ${row.job_posting_id}`, row.id]));
  }

  /** What was written after that moment is newer than what takes its place, and stays; but no longer first. */
  private async remove(ids: readonly string[], since?: Date): Promise<void> {
    if (ids.length === 0) return;
    const isGone = sql<boolean>`recommendations.id = any(${[...ids]}::uuid[])`;
    let query = this.uow.sql.deleteFrom('recommendations').where(isGone);
    if (since !== undefined) query = query.where('computed_at', '<=', since);
    await query.execute();
    if (since === undefined) return;
    await this.uow.sql
      .updateTable('recommendations')
      .set({ is_first: false })
      .where(isGone)
      .where('is_first', '=', true)
      .execute();
  }

  /** Answers the pairs that are there now; what was deleted or dismissed meanwhile is left out. */
  private async upsert(
    recommendations: readonly NewRecommendation[],
    { keepsFirst = false, version }: { keepsFirst?: boolean; version?: number | undefined } = {},
  ): Promise<{ profileId: string; jobPostingId: string }[]> {
    if (recommendations.length === 0) return [];
    const entries = recommendations.map((each) => ({
      id: this.ids.next(),
      profile_id: each.profileId,
      job_posting_id: each.jobPostingId,
      score: each.score,
      terms: each.terms,
      is_first: each.isFirst,
      seat_price: each.seatPrice,
    }));
    const profileIds = [...new Set(recommendations.map(({ profileId }) => profileId))];
    const { rows } = await sql<{ profileId: string; jobPostingId: string }>`
      with unwanted as materialized (
        select profile_id, job_posting_id from (${EXCLUDED_POSTINGS}) pair
        where pair.profile_id = any(${profileIds}::uuid[])
      )
      insert into recommendations as known
        (id, profile_id, job_posting_id, score, terms, is_first, seat_price, rank, computed_at,
         run_version)
      select entry.id, entry.profile_id, entry.job_posting_id, entry.score, entry.terms, entry.is_first,
        entry.seat_price, 1, ${this.clock.now()}, ${version ?? LAST_VERSION}
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as entry(id uuid, profile_id uuid,
        job_posting_id uuid, score int, terms jsonb, is_first boolean, seat_price int)
      join job_postings posting on posting.id = entry.job_posting_id
      where not exists (select from unwanted where unwanted.profile_id = entry.profile_id
        and unwanted.job_posting_id = entry.job_posting_id)
      on conflict (profile_id, job_posting_id) do update
      set score = excluded.score, terms = excluded.terms, computed_at = excluded.computed_at,
        is_first = case when ${keepsFirst} then known.is_first else excluded.is_first end,
        seat_price = excluded.seat_price, run_version = excluded.run_version
      returning profile_id as "profileId", job_posting_id as "jobPostingId"`.execute(this.uow.sql);
    return rows;
  }

  private async rank(profileIds: readonly string[]): Promise<void> {
    const people = sql`any(${[...profileIds]}::uuid[])`;
    await sql`
      with ranked as (
        select id, row_number() over (
          partition by profile_id
          order by is_first desc, score - seat_price desc, score desc,
            md5(profile_id::text || job_posting_id::text)
        ) as place
        from recommendations where profile_id = ${people}
      ), surplus as (
        delete from recommendations using ranked
        where recommendations.id = ranked.id and ranked.place > ${LIST_LENGTH}
      )
      update recommendations set rank = ranked.place from ranked
      where recommendations.id = ranked.id and ranked.place <= ${LIST_LENGTH}
        and recommendations.rank <> ranked.place`.execute(this.uow.sql);
  }
}

/** How many of the pairs are new and stayed on their list, by person. */
function newOf(
  written: readonly Pick<NewRecommendation, 'profileId' | 'jobPostingId'>[],
  known: ReadonlyMap<string, string>,
  left: ReadonlyMap<string, string>,
): Map<string, number> {
  const added = new Map<string, number>();
  for (const pair of written) {
    if (known.has(pairOf(pair)) || !left.has(pairOf(pair))) continue;
    added.set(pair.profileId, (added.get(pair.profileId) ?? 0) + 1);
  }
  return added;
}

function pairOf({
  profileId,
  jobPostingId,
}: Pick<NewRecommendation, 'profileId' | 'jobPostingId'>): string {
  return `${profileId} ${jobPostingId}`;
}
