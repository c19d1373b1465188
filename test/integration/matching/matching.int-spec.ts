import { WEIGHTS } from '../../../src/modules/matching/engine/score-weights.js';
import { MatchingService } from '../../../src/modules/matching/index.js';
import { createAccount } from '../../factories/account.factory.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../../factories/organisation.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

interface Listed {
  myRecommendations: {
    nodes: {
      id: string;
      score: number;
      rank: number;
      jobPosting: { title: string };
      reasons: { name: string; points: number; missing: string[] }[];
    }[];
  } | null;
}

const MINE = `query { myRecommendations { nodes { id score rank jobPosting { title }
  reasons { name points missing } } } }`;

let app: TestApp;

async function listOf(person: Awaited<ReturnType<typeof createAccount>>) {
  const { data, errors } = await app.gql<Listed>(MINE, {}, { as: person });
  expect(errors).toBeUndefined();
  return data?.myRecommendations?.nodes ?? null;
}

async function scene() {
  const enterprise = await createEnterpriseWithRecruiter(app);
  const welder = await createJobPosting(app, {
    organisation: enterprise,
    title: '焊工',
    headcount: 2,
    skills: ['氩弧焊', { name: '识图', isRequired: true }],
  });
  const driver = await createJobPosting(app, { organisation: enterprise, title: '叉车司机' });
  const person = await createAccount(app);
  const profile = await createProfile(app, {
    person,
    skills: ['识图'],
    intentions: [{ title: '焊工', occupationCode: null }],
  });
  return { enterprise, welder, driver, person, profile };
}

beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

describe('matching', () => {
  it('recommends what fits with reasons that add up, and nothing else', async () => {
    const { person } = await scene();
    await app.get(MatchingService).matchEverybody();
    const list = await listOf(person);
    expect(list).toHaveLength(1);
    expect(list?.[0]).toMatchObject({ rank: 1, jobPosting: { title: '焊工' } });
    expect(list?.[0]?.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(list?.[0]?.score);
    expect(list?.[0]?.reasons.find(({ name }) => name === 'SKILLS')).toMatchObject({
      points: Math.round(WEIGHTS.maxima.SKILLS / 2),
      missing: ['氩弧焊'],
    });
  });

  it('leaves out a person without a skill that is a must, but not one who lists no skills at all', async () => {
    await scene();
    const [lacking, unsaid] = [await createAccount(app), await createAccount(app)];
    const wish = { intentions: [{ title: '焊工', occupationCode: null }] };
    await createProfile(app, { person: lacking, skills: ['电焊'], ...wish });
    await createProfile(app, { person: unsaid, skills: [], ...wish });
    await app.get(MatchingService).matchEverybody();
    expect(await listOf(lacking)).toEqual([]);
    expect(await listOf(unsaid)).toHaveLength(1);
  });

  it('takes a posting off every list when it is no longer open, and puts a new one on', async () => {
    const { person, welder, enterprise } = await scene();
    const matching = app.get(MatchingService);
    await matching.matchEverybody();
    await app.database.pool.query(
      `update job_postings set state = 'paused', updated_at = now() where id = $1`,
      [welder.id],
    );
    expect(await listOf(person)).toEqual([]);
    await matching.matchJobPosting(welder.id);
    const { rows } = await app.database.pool.query('select 1 from recommendations');
    expect(rows).toEqual([]);
    const another = await createJobPosting(app, { organisation: enterprise, title: '高级焊工' });
    await matching.matchJobPosting(another.id);
    expect((await listOf(person))?.map(({ jobPosting }) => jobPosting.title)).toEqual(['高级焊工']);
  });

  it('shows an employer only people who let themselves be found, and nobody else’s posting', async () => {
    const { enterprise, welder } = await scene();
    const hidden = await createAccount(app);
    await createProfile(app, {
      person: hidden,
      skills: ['识图'],
      visibility: 'EMPLOYERS_I_APPLY_TO',
      intentions: [{ title: '焊工' }],
    });
    await app.get(MatchingService).matchEverybody();
    const query = `query ($id: ID!) { recommendedCandidates(jobPostingId: $id) { nodes { profileId } } }`;
    const own = await app.gql<{ recommendedCandidates: { nodes: object[] } }>(
      query,
      { id: welder.id },
      { as: enterprise.recruiter },
    );
    expect(own.data?.recommendedCandidates.nodes).toHaveLength(1);
    const other = await createEnterpriseWithRecruiter(app);
    const foreign = await app.gql(query, { id: welder.id }, { as: other.recruiter });
    expect(foreign.data).toEqual({ recommendedCandidates: null });
  });

  it('sends no more people to a posting first than it has seats, whoever comes when', async () => {
    const { enterprise, welder } = await scene();
    const other = await createJobPosting(app, {
      organisation: enterprise,
      title: '焊工学徒',
      headcount: 5,
    });
    const seeker = async () => {
      const person = await createAccount(app);
      const profile = await createProfile(app, {
        person,
        skills: ['识图'],
        intentions: [{ title: '焊工', occupationCode: null }],
      });
      return profile;
    };
    await seeker();
    await seeker();
    const matching = app.get(MatchingService);
    await matching.matchEverybody();
    const firsts = async () => {
      const { rows } = await app.database.pool.query<{ id: string; count: number }>(
        `select job_posting_id as id, count(*)::int as count from recommendations
         where rank = 1 and is_first group by 1 order by 2 desc`,
      );
      return rows;
    };
    expect(await firsts()).toEqual([
      { id: welder.id, count: 2 },
      { id: other.id, count: 1 },
    ]);
    const late = await seeker();
    await matching.matchProfile(late.id);
    expect(await firsts()).toEqual(
      expect.arrayContaining([
        { id: welder.id, count: 2 },
        { id: other.id, count: 2 },
      ]),
    );
    await matching.matchJobPosting(welder.id);
    expect((await firsts()).map(({ count }) => count)).toEqual([2, 2]);
  });

  it('leaves a posting that changes where it was: last on a full list, or first for somebody', async () => {
    const { enterprise, welder } = await scene();
    for (let i = 0; i < 31; i += 1) {
      await createJobPosting(app, {
        organisation: enterprise,
        title: '焊工',
        duties: `岗位${i}号。`,
      });
    }
    await app.database.pool.query(
      `insert into job_seeker_profiles (id, source_name, source_id, education_rank, visibility)
       select uuidv7(), 'copy', n::text, 50, 'everyone' from generate_series(1, 50) n`,
    );
    await app.database.pool.query(
      `insert into job_intentions (id, profile_id, title, ordinal)
       select uuidv7(), id, '焊工', 0 from job_seeker_profiles where source_name = 'copy'`,
    );
    const matching = app.get(MatchingService);
    await matching.matchEverybody();
    const { rows: full } = await app.database.pool.query<{ profile: string; posting: string }>(
      `select profile_id as profile, (array_agg(job_posting_id order by rank desc))[1] as posting
       from recommendations group by 1 having count(*) = 30`,
    );
    expect(full.length).toBeGreaterThan(0);
    const last = full[0] ?? { profile: '', posting: '' };
    await matching.matchJobPosting(last.posting);
    const { rows: kept } = await app.database.pool.query<{ count: number; is_there: boolean }>(
      `select count(*)::int as count, bool_or(job_posting_id = $2) as is_there
       from recommendations where profile_id = $1`,
      [last.profile, last.posting],
    );
    expect(kept).toEqual([{ count: 30, is_there: true }]);

    // More people fit than are proposed to; the one with its first place would be the last of them.
    const holder = await app.database.pool.query<{ id: string }>(
      `with holder as (select id from recommendations where job_posting_id = $1
         order by profile_id desc limit 1)
       update recommendations set is_first = id in (select id from holder), score = 200
       where job_posting_id = $1 and (is_first or id in (select id from holder))
       returning profile_id as id`,
      [welder.id],
    );
    await matching.matchJobPosting(welder.id);
    const { rows: firsts } = await app.database.pool.query<{ id: string }>(
      `select profile_id as id from recommendations where job_posting_id = $1 and is_first`,
      [welder.id],
    );
    expect(firsts).toHaveLength(1);
    expect(holder.rows).toContainEqual(firsts[0]);
  });

  it('tells of new recommendations once', async () => {
    const { enterprise } = await scene();
    const matching = app.get(MatchingService);
    await matching.matchEverybody();
    await matching.matchEverybody();
    await createJobPosting(app, { organisation: enterprise, title: '高级焊工' });
    const another = await createJobPosting(app, { organisation: enterprise, title: '焊工组长' });
    await matching.matchJobPosting(another.id);
    await matching.matchJobPosting(another.id);
    await matching.matchEverybody();
    const { rows } = await app.database.pool.query<{ payload: { newCount: number } }>(
      `select payload from outbox_events where name = 'matching.recommendationsChanged' order by id`,
    );
    expect(rows.map(({ payload }) => payload.newCount)).toEqual([1, 1, 1]);
  });
});
