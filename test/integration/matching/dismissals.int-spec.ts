import { randomUUID } from 'node:crypto';
import { MatchingService } from '../../../src/modules/matching/index.js';
import { createAccount, type TestAccount } from '../../factories/account.factory.js';
import { createJobPosting, type JobPostingOptions } from '../../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../../factories/organisation.factory.js';
import { createProfile } from '../../factories/profile.factory.js';
import { REGION } from '../../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

interface Dismissal {
  readonly id: string;
  readonly reason: string | null;
  readonly jobPosting: { readonly id: string } | null;
}

interface Answer {
  readonly recommendationId: string | null;
  readonly dismissal: Dismissal | null;
  readonly userErrors: readonly { readonly code: string; readonly field: string[] | null }[];
}

const DISMISSAL = 'id reason jobPosting { id }';
const REFUSED = [{ code: 'MATCHING_NO_RECOMMENDATION', field: ['recommendationId'] }];

let app: TestApp;

async function dismiss(as: TestAccount, id: string, reason?: string): Promise<Answer | undefined> {
  const { data, errors } = await app.gql<{ dismissRecommendation: Answer }>(
    `mutation ($input: DismissRecommendationInput!) { dismissRecommendation(input: $input) {
      recommendationId dismissal { ${DISMISSAL} } userErrors { code field } } }`,
    { input: { recommendationId: id, reason } },
    { as },
  );
  expect(errors).toBeUndefined();
  return data?.dismissRecommendation;
}

async function restore(as: TestAccount, id: string) {
  const { data, errors } = await app.gql<{
    restoreRecommendation: Pick<Answer, 'userErrors'> & { jobPostingId: string | null };
  }>(
    `mutation ($input: RestoreRecommendationInput!) { restoreRecommendation(input: $input) {
      jobPostingId userErrors { code field } } }`,
    { input: { recommendationId: id } },
    { as },
  );
  expect(errors).toBeUndefined();
  return data?.restoreRecommendation;
}

async function dismissalsOf(as: TestAccount): Promise<readonly Dismissal[] | null> {
  const { data } = await app.gql<{ myDismissals: { nodes: Dismissal[] } | null }>(
    `query { myDismissals { nodes { ${DISMISSAL} } } }`,
    {},
    { as },
  );
  return data?.myDismissals?.nodes ?? null;
}

/** Recommendation by posting. */
async function listOf(as: TestAccount): Promise<Map<string, string>> {
  const { data, errors } = await app.gql<{
    myRecommendations: { nodes: { id: string; jobPosting: { id: string } }[] };
  }>(`query { myRecommendations { nodes { id jobPosting { id } } } }`, {}, { as });
  expect(errors).toBeUndefined();
  return new Map(data?.myRecommendations.nodes.map((node) => [node.jobPosting.id, node.id]));
}

/** A posting that somebody dismissed, deleted. */
async function deletedScene() {
  const organisation = await createEnterpriseWithRecruiter(app);
  const posting = await createJobPosting(app, { organisation, title: '焊工' });
  const person = await createAccount(app);
  await createProfile(app, { person, intentions: [{ title: '焊工' }] });
  await app.get(MatchingService).matchEverybody();
  await dismiss(person, (await listOf(person)).get(posting.id) ?? '', 'EMPLOYER');
  await app.database.pool.query('delete from job_postings where id = $1', [posting.id]);
  // Lists are made as before: what was covered is not known any more.
  await createJobPosting(app, { organisation, title: '焊工' });
  await app.get(MatchingService).matchEverybody();
  expect((await listOf(person)).size).toBe(1);
  return { organisation, posting, person };
}

async function tables() {
  const { rows } = await app.database.pool.query<{ recommendations: string; dismissals: string }>(
    `select (select json_agg(r order by id) from recommendations r)::text as recommendations,
       (select json_agg(d order by id) from recommendation_dismissals d)::text as dismissals,
       (select count(*) from outbox_events where name = 'matching.dismissalsChanged')::text as told`,
  );
  return rows[0];
}

/** A welder, and postings for welders of two employers. */
async function scene(options: Record<string, JobPostingOptions> = {}) {
  const enterprise = await createEnterpriseWithRecruiter(app);
  const other = await createEnterpriseWithRecruiter(app);
  const person = await createAccount(app);
  const profile = await createProfile(app, { person, intentions: [{ title: '焊工' }] });
  const ids: Record<string, string> = {};
  const all: Record<string, JobPostingOptions> = {
    welder: { title: '焊工' },
    elsewhere: { title: '焊工', organisation: other },
    ...options,
  };
  for (const [name, each] of Object.entries(all)) {
    const posting = { organisation: enterprise, duties: `负责焊接：${name}。`, ...each };
    ids[name] = (await createJobPosting(app, posting)).id;
  }
  await app.get(MatchingService).matchEverybody();
  const nameOf = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const listed = async () =>
    [...(await listOf(person)).keys()].map((id) => nameOf.get(id) ?? id).sort();
  const recommendationOf = async (name: string) =>
    (await listOf(person)).get(ids[name] ?? '') ?? randomUUID();
  return { enterprise, other, person, profile, ids, listed, recommendationOf };
}

beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

describe('a dismissed recommendation', () => {
  it('is told of with its reason and never comes back, also when the posting changes', async () => {
    const { person, ids, listed, recommendationOf } = await scene();
    const id = await recommendationOf('welder');
    const answer = await dismiss(person, id, 'OTHER');
    const dismissal = { id, reason: 'OTHER', jobPosting: { id: ids['welder'] } };
    expect(answer).toEqual({ recommendationId: id, dismissal, userErrors: [] });
    expect(await dismissalsOf(person)).toEqual([dismissal]);
    expect(await listed()).toEqual(['elsewhere']);
    await app.database.pool.query(
      `update job_postings set title = '高级焊工', updated_at = now() where id = $1`,
      [ids['welder']],
    );
    const matching = app.get(MatchingService);
    await matching.matchJobPosting(ids['welder'] ?? '');
    await matching.matchEverybody();
    await app.settle();
    expect(await listed()).toEqual(['elsewhere']);
  });

  it('outlives runs that no longer list the posting', async () => {
    const { person, ids, listed, recommendationOf } = await scene();
    await dismiss(person, await recommendationOf('welder'));
    const set = (state: string) =>
      app.database.pool.query(
        `update job_postings set state = $2::job_posting_state, updated_at = now() where id = $1`,
        [ids['welder'], state],
      );
    await set('paused');
    await app.get(MatchingService).matchEverybody();
    expect((await dismissalsOf(person))?.map(({ jobPosting }) => jobPosting?.id)).toEqual([
      ids['welder'],
    ]);
    await set('published');
    await app.get(MatchingService).matchEverybody();
    expect(await listed()).toEqual(['elsewhere']);
  });

  it('stays on the list with title and employer when the posting is deleted, and may be restored', async () => {
    const { person, organisation, posting } = await deletedScene();
    const { data } = await app.gql<{
      myDismissals: { nodes: { title: string; employerName: string; jobPosting: null }[] };
    }>(
      `query { myDismissals { nodes { id title employerName reason jobPosting { id } } } }`,
      {},
      { as: person },
    );
    expect(data?.myDismissals.nodes).toEqual([
      {
        id: expect.any(String) as string,
        title: posting.title,
        employerName: organisation.name,
        reason: 'EMPLOYER',
        jobPosting: null,
      },
    ]);
    const [{ id } = { id: '' }] = (await dismissalsOf(person)) ?? [];
    expect(await restore(person, id)).toEqual({ jobPostingId: null, userErrors: [] });
    expect(await dismissalsOf(person)).toEqual([]);
  });

  it('is listed latest first and keeps its reason until another is given', async () => {
    const { person, recommendationOf } = await scene();
    const first = await recommendationOf('welder');
    const second = await recommendationOf('elsewhere');
    await dismiss(person, first, 'ALREADY_KNOWN');
    app.clock.advance({ seconds: 1 });
    await dismiss(person, second);
    await dismiss(person, first);
    await dismiss(person, second, 'REQUIREMENTS');
    expect((await dismissalsOf(person))?.map(({ id, reason }) => [id, reason])).toEqual([
      [second, 'REQUIREMENTS'],
      [first, 'ALREADY_KNOWN'],
    ]);
  });

  it('comes back when it is restored', async () => {
    const { person, ids, listed, recommendationOf } = await scene();
    const id = await recommendationOf('welder');
    await dismiss(person, id, 'EMPLOYER');
    await app.settle();
    expect(await restore(person, id)).toEqual({ jobPostingId: ids['welder'], userErrors: [] });
    expect(await dismissalsOf(person)).toEqual([]);
    await app.settle();
    expect(await listed()).toEqual(['elsewhere', 'welder']);
  });
});

describe('the reason of a dismissal', () => {
  const others: Record<string, JobPostingOptions> = {
    twin: { title: '焊工' },
    far: { title: '焊工', regionCode: REGION.jiangsu },
    richer: { title: '焊工', payMaxFen: 900_000n },
    unpaid: { title: '焊工', payMinFen: null, payMaxFen: null, publication: 'EXTERNAL' },
    driver: { title: '焊工组长' },
  };
  const all = ['driver', 'elsewhere', 'far', 'richer', 'twin', 'unpaid'];

  it.each([
    ['WORK', ['driver', 'elsewhere']],
    ['PAY', ['driver', 'elsewhere', 'richer']],
    ['PLACE', ['driver', 'elsewhere', 'far']],
    ['EMPLOYER', ['elsewhere']],
    ['REQUIREMENTS', all],
    ['ALREADY_KNOWN', all],
    ['OTHER', all],
    [undefined, all],
  ])('%s leaves %j, at once and in later runs', async (reason, left) => {
    const { person, profile, listed, recommendationOf, ids, enterprise } = await scene(others);
    await dismiss(person, await recommendationOf('welder'), reason);
    expect(await listed()).toEqual(left);
    const matching = app.get(MatchingService);
    await matching.matchEverybody();
    await matching.matchProfile(profile.id);
    for (const id of Object.values(ids)) await matching.matchJobPosting(id);
    expect(await listed()).toEqual(left);
    const fresh = await createJobPosting(app, {
      organisation: enterprise,
      title: '焊工',
      duties: '负责新线。',
    });
    await matching.matchJobPosting(fresh.id);
    const isCovered = ['WORK', 'PAY', 'PLACE', 'EMPLOYER'].includes(reason ?? '');
    expect((await listOf(person)).has(fresh.id)).toBe(!isCovered);
  });

  it('covers postings of an employer known by its name only', async () => {
    const named = { publication: 'EXTERNAL', organisation: null, employerName: '甲厂' } as const;
    const { person, listed, recommendationOf } = await scene({
      one: { ...named, title: '焊工' },
      two: { ...named, title: '焊工学徒' },
      three: { ...named, title: '焊工', employerName: '乙厂' },
    });
    await dismiss(person, await recommendationOf('one'), 'EMPLOYER');
    await app.get(MatchingService).matchEverybody();
    expect(await listed()).toEqual(['elsewhere', 'three', 'welder']);
  });

  it('that is given later takes off what it covers, and restored gives it back', async () => {
    const { person, listed, recommendationOf } = await scene(others);
    const id = await recommendationOf('welder');
    await dismiss(person, id);
    expect(await listed()).toEqual(all);
    await dismiss(person, id, 'EMPLOYER');
    expect(await listed()).toEqual(['elsewhere']);
    await dismiss(person, id, 'WORK');
    await app.settle();
    expect(await listed()).toEqual(['driver', 'elsewhere']);
    await restore(person, id);
    await app.settle();
    expect(await listed()).toEqual([...all, 'welder'].sort());
  });
});

describe('what is refused', () => {
  it('recommendations and dismissals of others, unknown ones, and those of nobody', async () => {
    const { person, recommendationOf } = await scene();
    const id = await recommendationOf('welder');
    const stranger = await createAccount(app);
    const another = await createAccount(app);
    await createProfile(app, { person: another });
    const before = await tables();
    for (const as of [stranger, another]) {
      expect((await dismiss(as, id, 'PAY'))?.userErrors).toEqual(REFUSED);
      expect((await restore(as, id))?.userErrors).toEqual(REFUSED);
    }
    for (const unknown of [randomUUID(), 'x']) {
      expect((await dismiss(person, unknown))?.userErrors).toEqual(REFUSED);
      expect((await restore(person, unknown))?.userErrors).toEqual(REFUSED);
    }
    expect((await restore(person, id))?.userErrors).toEqual(REFUSED);
    expect(await tables()).toEqual(before);
    expect(await dismissalsOf(stranger)).toBeNull();
    await dismiss(person, id);
    const dismissed = await tables();
    expect((await restore(another, id))?.userErrors).toEqual(REFUSED);
    expect((await dismiss(another, id, 'PAY'))?.userErrors).toEqual(REFUSED);
    expect(await tables()).toEqual(dismissed);
  });

  it('employers any sign of who dismissed what', async () => {
    const { person, ids, recommendationOf, enterprise } = await scene();
    await dismiss(person, await recommendationOf('welder'), 'EMPLOYER');
    const { data } = await app.gql(
      `query ($id: ID!) { recommendedCandidates(jobPostingId: $id) { totalCount nodes { id } } }`,
      { id: ids['welder'] },
      { as: enterprise.recruiter },
    );
    expect(data).toEqual({ recommendedCandidates: { totalCount: 0, nodes: [] } });
    expect(await dismissalsOf(enterprise.recruiter)).toBeNull();
  });

  it('to list a dismissed posting, whoever writes it', async () => {
    const { person, profile, ids, recommendationOf } = await scene();
    await dismiss(person, await recommendationOf('welder'));
    const insert = app.database.pool.query(
      `insert into recommendations (id, profile_id, job_posting_id, score, terms, rank, computed_at)
       values (uuidv7(), $1, $2, 500, '[]', 1, now())`,
      [profile.id, ids['welder']],
    );
    await expect(insert).rejects.toMatchObject({ constraint: 'ck_recommendations_dismissed' });
  });
});

describe('at the same time', () => {
  it('two dismissals of one recommendation make one', async () => {
    const { person, recommendationOf } = await scene();
    const id = await recommendationOf('welder');
    const answers = await Promise.all([dismiss(person, id, 'PAY'), dismiss(person, id, 'PAY')]);
    expect(answers.map((answer) => answer?.userErrors)).toEqual([[], []]);
    expect(await dismissalsOf(person)).toHaveLength(1);
  });

  it('a dismissal wins over a list that is being written', async () => {
    const { person, profile, ids, recommendationOf, listed } = await scene();
    const id = await recommendationOf('welder');
    await app.database.pool.query('delete from recommendations where id <> $1', [id]);
    const writer = await app.database.pool.connect();
    try {
      await writer.query('begin');
      await writer.query('delete from recommendations where id = $1', [id]);
      await writer.query(
        `insert into recommendations (id, profile_id, job_posting_id, score, terms, rank, computed_at)
         values ($3, $1, $2, 500, '[]', 1, now())`,
        [profile.id, ids['welder'], id],
      );
      const dismissal = dismiss(person, id);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await writer.query('commit');
      expect((await dismissal)?.userErrors).toEqual([]);
    } finally {
      writer.release();
    }
    expect(await listed()).toEqual([]);
  });

  it('lists are written beside dismissals without standing in each other’s way', async () => {
    const { person, recommendationOf, listed, ids } = await scene();
    const id = await recommendationOf('welder');
    await Promise.all([
      dismiss(person, id, 'EMPLOYER'),
      app.get(MatchingService).matchEverybody(),
      app.get(MatchingService).matchJobPosting(ids['welder'] ?? ''),
    ]);
    expect(await listed()).toEqual(['elsewhere']);
  });
});
