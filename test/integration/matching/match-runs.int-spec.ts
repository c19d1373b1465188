import { MatchMarket } from '../../../src/modules/matching/match-market.js';
import { MatchPeople } from '../../../src/modules/matching/match-people.js';
import { matchEverybody, MatchingService } from '../../../src/modules/matching/index.js';
import { MatchRunListing } from '../../../src/modules/matching/match-run/match-run-listing.service.js';
import { MatchRunReader } from '../../../src/modules/matching/match-run/match-run.reader.js';
import { MatchRunService } from '../../../src/modules/matching/match-run/match-run.service.js';
import { MatchRunWork } from '../../../src/modules/matching/match-run/match-run-work.service.js';
import { TaskQueue } from '../../../src/core/tasks/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import { createOrganisation } from '../../factories/organisation.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

const TITLES = ['焊工', '焊工学徒', '高级焊工', '叉车司机', '电焊工', '保洁员'];

let app: TestApp;
let other: TestApp;

/** As many people as make three chunks, most of them copies of a few. */
async function scene() {
  const organisation = await createOrganisation(app);
  for (let i = 0; i < 30; i += 1) {
    await createJobPosting(app, {
      organisation,
      title: TITLES[i % TITLES.length] ?? '',
      headcount: 1 + (i % 4),
      duties: `岗位${i}号。`,
      payMaxFen: 800_000n + BigInt(i) * 10_000n,
    });
  }
  const { id: profileId } = await createProfile(app, { intentions: [{ title: '焊工' }] });
  await app.database.pool.query(
    `insert into job_seeker_profiles (id, source_name, source_id, education_rank, visibility, updated_at)
     select uuidv7(), 'copy', n::text, 50, 'everyone', now() - interval '1 hour'
     from generate_series(1, 449) n`,
  );
  await app.database.pool.query(
    `insert into job_intentions (id, profile_id, title, ordinal)
     select uuidv7(), id, (array['焊工', '电焊工', '叉车司机'])[1 + source_id::int % 3], 0
     from job_seeker_profiles where source_name = 'copy'`,
  );
  return { organisation, profileId };
}

const work = (of: TestApp) => of.get(MatchRunWork);
const reader = () => app.get(MatchRunReader);

async function begin() {
  await app.get(MatchRunService).start();
  const run = await reader().findUnderWay();
  if (!run) throw new Error('No run is under way');
  return run;
}

async function lists(): Promise<string> {
  const { rows } = await app.database.pool.query<{ lists: string }>(
    `select json_agg(json_build_array(profile_id, rank, job_posting_id, score, is_first, seat_price)
       order by profile_id, rank)::text as lists from recommendations`,
  );
  return rows[0]?.lists ?? '';
}

async function counted(table: string): Promise<number> {
  const { rows } = await app.database.pool.query<{ count: number }>(
    `select count(*)::int as count from ${table}`,
  );
  return rows[0]?.count ?? -1;
}

/** What one pass over everybody in one process gives, without chunks. */
async function singlePass(): Promise<string> {
  const market = app.get(MatchMarket);
  const engine = await market.engine({ anew: true });
  const people = await app.get(MatchPeople).everybodyWithColleges();
  const ranked = await engine.rankInTurns(people, { limit: 30 });
  const rows = ranked.map((list, i) => [
    people[i]?.profileId,
    list.map(({ posting, score, isFirst, price }) => [
      engine.posting(posting).jobPostingId,
      score,
      isFirst,
      price,
    ]),
  ]);
  return JSON.stringify(rows);
}

/** The same of what is written; equal places in the order of the engine. */
async function written(like: string): Promise<string> {
  const { rows } = await app.database.pool.query<{
    profile_id: string;
    job_posting_id: string;
    score: number;
    is_first: boolean;
    seat_price: number;
  }>('select * from recommendations');
  const of = new Map(rows.map((row) => [`${row.profile_id} ${row.job_posting_id}`, row]));
  const expected = JSON.parse(like) as [string, [string][]][];
  const found = expected.map(([profileId, list]) => [
    profileId,
    list.flatMap(([jobPostingId]) => {
      const row = of.get(`${profileId} ${jobPostingId}`);
      return row ? [[jobPostingId, row.score, row.is_first, row.seat_price]] : [];
    }),
  ]);
  expect(rows).toHaveLength(expected.flatMap(([, list]) => list).length);
  return JSON.stringify(found);
}

beforeAll(async () => {
  app = await createTestApp();
  other = await createTestApp({ database: app.database });
});
afterEach(async () => {
  app.clock.release();
  await app.settle();
  await app.database.truncateAll();
});
afterAll(async () => {
  await other.close();
  await app.close();
});

describe('a run over everybody', () => {
  it('goes through its tasks to the lists of a single pass, with its version, and leaves nothing behind', async () => {
    const { profileId } = await scene();
    await app.get(TaskQueue).enqueue(matchEverybody, {});
    await app.settle();
    const expected = await singlePass();
    expect(await written(expected)).toBe(expected);
    const { rows } = await app.database.pool.query(
      `select state, chunk_count, people_count, scored_count, written_count, listed_count,
         finished_at is not null as is_finished, (select count(*)::int from recommendations) as count,
         (select count(distinct profile_id)::int from recommendations) as people,
         recommendation_count from match_runs`,
    );
    expect(rows).toEqual([
      {
        state: 'done',
        chunk_count: 3,
        people_count: 450,
        scored_count: 450,
        written_count: 450,
        listed_count: (rows[0] as { people: number }).people,
        is_finished: true,
        people: expect.any(Number) as number,
        count: expect.any(Number) as number,
        recommendation_count: (rows[0] as { count: number }).count,
      },
    ]);
    expect(await counted('match_run_chunks')).toBe(0);
    expect(await counted('match_run_people')).toBe(0);
    const version = await reader().lastVersion();
    const versions = await app.database.pool.query(
      'select distinct run_version as version from recommendations',
    );
    expect(versions.rows).toEqual([{ version }]);
    await app.get(MatchingService).matchProfile(profileId);
    const fresh = await app.database.pool.query(
      'select distinct run_version as version from recommendations where profile_id = $1',
      [profileId],
    );
    expect(fresh.rows).toEqual([{ version }]);
  });

  it('looks further for those whose best postings are all with others', async () => {
    const { postings, people } = { postings: 440, people: 320 };
    const organisation = await createOrganisation(app);
    const { id } = await createJobPosting(app, { organisation, title: '焊工', headcount: 1 });
    await app.database.pool.query(
      `insert into job_postings select (jsonb_populate_record(posting, jsonb_build_object(
         'id', uuidv7(), 'job_posting_number', 'N' || n, 
         'fingerprint', 'f' || n, 'title', case when n > 400 then '焊工学徒' else '焊工' end))).*
       from job_postings posting, generate_series(2, ${postings}) n where id = $1`,
      [id],
    );
    await app.database.pool.query(
      `insert into job_seeker_profiles (id, source_name, source_id, education_rank, visibility, updated_at)
       select uuidv7(), 'copy', n::text, 50, 'everyone', now() - interval '1 hour'
       from generate_series(1, ${people}) n`,
    );
    await app.database.pool.query(
      `insert into job_intentions (id, profile_id, title, ordinal)
       select uuidv7(), id, '焊工', 0 from job_seeker_profiles`,
    );
    await app.get(TaskQueue).enqueue(matchEverybody, {});
    await app.settle();
    // 400 postings × 20 people are 8,000 places of 320 × 30 = 9,600; 40 others have 800 more.
    expect(await counted('recommendations')).toBe(20 * postings);
    const expected = await singlePass();
    expect(
      (JSON.parse(expected) as [string, unknown[]][]).flatMap(([, list]) => list),
    ).toHaveLength(20 * postings);
  });

  it('killed between and within chunks goes on by schedule, to the same lists, nothing done twice', async () => {
    await scene();
    await app.get(MatchingService).matchEverybody();
    const expected = await lists();
    await app.database.pool.query('delete from recommendations');
    await app.database.pool.query(`delete from outbox_events`);
    const run = await begin();
    await work(app).scoreChunk(run, 1);
    // One worker died with its chunk claimed, another one with the sharing.
    await app.database.pool.query(
      `update match_run_chunks set claimed_until = now() + interval '1 minute' where number = 0`,
    );
    expect(await work(app).scoreChunk(run, 0)).toBe(false);
    expect(await work(app).scoreChunk(run, 1)).toBe(false);
    app.clock.advance({ minutes: 3 });
    await app.get(MatchRunService).resume();
    expect(await work(app).scoreChunk(run, 0)).toBe(true);
    await app.get(MatchRunService).workOnChunk(run.id, 2);
    expect((await reader().find(run.id))?.state).toBe('SHARING');
    await app.database.pool.query(
      `update match_runs set sharing_until = $1::timestamptz + interval '1 minute'`,
      [app.clock.now()],
    );
    const sharing = await reader().find(run.id);
    if (!sharing) throw new Error('The run is gone');
    expect(await work(app).share(sharing)).toBe(false);
    app.clock.advance({ minutes: 3 });
    expect(await work(app).share(sharing)).toBe(true);
    expect(await work(app).share(sharing)).toBe(false);
    expect(await app.get(MatchRunListing).writeChunk(sharing, 0)).toBe(true);
    expect(await app.get(MatchRunListing).writeChunk(sharing, 0)).toBe(false);
    await app.get(MatchRunService).resume();
    await app.settle();
    expect((await reader().find(run.id))?.state).toBe('DONE');
    expect(await lists()).toBe(expected);
    const { rows } = await app.database.pool.query<{ count: number }>(
      `select count(*)::int as count from outbox_events
       where name = 'matching.recommendationsChanged' group by payload ->> 'profileId'`,
    );
    expect(new Set(rows.map(({ count }) => count))).toEqual(new Set([1]));
  });

  it('gives a chunk back when its worker is told to stop', async () => {
    await scene();
    const run = await begin();
    const signal = AbortSignal.abort(new Error('shut down'));
    await expect(work(app).scoreChunk(run, 0, { signal })).rejects.toThrow('shut down');
    expect(await counted('match_run_people')).toBe(0);
    expect(await work(other).scoreChunk(run, 0)).toBe(true);
  });

  it('is done once by two workers at it together', async () => {
    await scene();
    await app.get(MatchingService).matchEverybody();
    const expected = await lists();
    await app.database.pool.query('delete from recommendations');
    const outcomes = await Promise.all([
      app.get(MatchRunService).complete(),
      other.get(MatchRunService).complete(),
    ]);
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(outcomes[0]).toMatchObject({ state: 'DONE', scoredCount: 450, writtenCount: 450 });
    expect(await counted('match_runs')).toBe(2);
    expect(await lists()).toBe(expected);
  });

  it('is joined by whoever wants one too, and followed by another where that is wanted', async () => {
    await scene();
    const run = await begin();
    await app.get(MatchRunService).start();
    expect(await counted('match_runs')).toBe(1);
    await app.get(MatchRunService).start({ again: true });
    expect(await counted('match_runs')).toBe(1);
    await app.settle();
    expect(await counted('match_runs')).toBe(2);
    expect((await reader().find(run.id))?.isWantedAgain).toBe(true);
    expect(await reader().findUnderWay()).toBeNull();
  });

  it('ends at once where nobody looks for work', async () => {
    await app.get(MatchRunService).start();
    await app.settle();
    const outcome = await app.get(MatchingService).matchEverybody();
    expect(outcome).toMatchObject({ peopleCount: 0, listedCount: 0, recommendationCount: 0 });
    expect(await counted('match_runs')).toBe(2);
  });
});

describe('while a run is under way', () => {
  it('old lists are read without waiting until theirs are written', async () => {
    await scene();
    await app.get(MatchingService).matchEverybody();
    const before = await lists();
    const run = await begin();
    for (const chunk of [0, 1, 2]) {
      await work(app).scoreChunk(run, chunk);
      expect(await lists()).toBe(before);
    }
    await app.get(MatchRunService).resume();
    const sharing = await reader().find(run.id);
    if (!sharing) throw new Error('The run is gone');
    await work(app).share(sharing);
    expect(await lists()).toBe(before);
    // A list that is being written is read as it was.
    await app.get(UnitOfWork).run(async () => {
      expect(await app.get(MatchRunListing).writeChunk(sharing, 0)).toBe(true);
      const outside = await app.database.pool.query<{ version: number }>(
        'select distinct run_version as version from recommendations',
      );
      expect(outside.rows).toEqual([{ version: run.version - 1 }]);
    });
  });

  it('people and postings that change keep what is newer', async () => {
    const { profileId, organisation } = await scene();
    const run = await begin();
    for (const chunk of [0, 1, 2]) await work(app).scoreChunk(run, chunk);
    await app.database.pool.query(
      `update job_intentions set title = '保洁员' where profile_id = $1`,
      [profileId],
    );
    await app.database.pool.query(
      `update job_seeker_profiles set updated_at = now() where id = $1`,
      [profileId],
    );
    await app.get(MatchingService).matchProfile(profileId);
    const own = `select string_agg(job_posting_id::text, ',' order by rank) as ids
      from recommendations where profile_id = $1`;
    const mine = await app.database.pool.query<{ ids: string }>(own, [profileId]);
    const fresh = await createJobPosting(app, { organisation, title: '焊工', duties: '新线。' });
    await app.get(MatchingService).matchJobPosting(fresh.id);
    const listed = `select count(*)::int as count from recommendations where job_posting_id = $1`;
    const before = await app.database.pool.query(listed, [fresh.id]);
    expect(before.rows).toEqual([{ count: 100 }]);
    await app.settle();
    expect((await reader().find(run.id))?.state).toBe('DONE');
    expect((await app.database.pool.query<{ ids: string }>(own, [profileId])).rows).toEqual(
      mine.rows,
    );
    expect((await app.database.pool.query(listed, [fresh.id])).rows).toEqual(before.rows);
  });

  it('a posting that closes is on no list that is written afterwards', async () => {
    await scene();
    const run = await begin();
    for (const chunk of [0, 1, 2]) await work(app).scoreChunk(run, chunk);
    await app.database.pool.query(
      `update job_postings set state = 'paused' where title = '叉车司机'`,
    );
    await app.settle();
    const { rows } = await app.database.pool.query(
      `select count(*)::int as count from recommendations r join job_postings p
       on p.id = r.job_posting_id where p.state = 'paused'`,
    );
    expect(rows).toEqual([{ count: 0 }]);
  });
});

describe('the database', () => {
  it('has one run at a time, and it goes forwards only', async () => {
    await scene();
    await begin();
    const write = (text: string) => app.database.pool.query(text);
    await expect(
      write(`insert into match_runs (id, chunk_count, people_count, started_at, updated_at)
        values (uuidv7(), 0, 0, now(), now())`),
    ).rejects.toMatchObject({ constraint: 'uq_match_runs_under_way' });
    for (const state of ['sharing', 'listing', 'done']) {
      await expect(
        write(`update match_runs set state = '${state}', finished_at = now()`),
      ).rejects.toMatchObject({ constraint: 'ck_match_runs_state' });
    }
  });
});
