import { MatchingService } from '../../../src/modules/matching/index.js';
import { createAccount, type TestAccount } from '../../factories/account.factory.js';
import { createJobPosting, type JobPostingOptions } from '../../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../../factories/organisation.factory.js';
import { createProfile, type ProfileOptions } from '../../factories/profile.factory.js';
import { OCCUPATION, REGION, regionId } from '../../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly profileId: string; readonly jobPosting: { id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const PAGE = `totalCount nodes { profileId jobPosting { id } } pageInfo { hasNextPage endCursor }`;

let app: TestApp;

async function mine(as: TestAccount, variables: object = {}) {
  const { data, errors = [] } = await app.gql<{ myRecommendations: Page | null }>(
    `query ($filter: RecommendationFilter, $first: Int! = 50, $after: String) {
      myRecommendations(filter: $filter, first: $first, after: $after) { ${PAGE} } }`,
    variables,
    { as },
  );
  return {
    page: data?.myRecommendations ?? null,
    refusals: errors.map(({ extensions }) => extensions),
  };
}

async function candidates(as: TestAccount, id: string, variables: object = {}) {
  const { data, errors = [] } = await app.gql<{ recommendedCandidates: Page | null }>(
    `query ($id: ID!, $filter: CandidateFilter, $first: Int! = 50, $after: String) {
      recommendedCandidates(jobPostingId: $id, filter: $filter, first: $first, after: $after) { ${PAGE} } }`,
    { id, ...variables },
    { as },
  );
  return {
    page: data?.recommendedCandidates ?? null,
    refusals: errors.map(({ extensions }) => extensions),
  };
}

beforeAll(async () => {
  app = await createTestApp();
});
afterEach(() => app.database.truncateAll());
afterAll(() => app.close());

describe('recommendations', () => {
  async function scene(postings: Record<string, JobPostingOptions>) {
    const enterprise = await createEnterpriseWithRecruiter(app);
    const person = await createAccount(app);
    await createProfile(app, {
      person,
      intentions: [{ title: '焊工', occupationCode: OCCUPATION.welder, payMinFen: null }],
    });
    const nameOf = new Map<string, string>();
    for (const [name, options] of Object.entries(postings)) {
      const posting = { organisation: enterprise, title: `焊工${name}`, ...options };
      nameOf.set((await createJobPosting(app, posting)).id, name);
    }
    await app.get(MatchingService).matchEverybody();
    const named = (page: Page | null) =>
      page?.nodes.map(({ jobPosting }) => nameOf.get(jobPosting.id)).sort();
    return { person, named };
  }

  it.each([
    [{}, ['codeless', 'far', 'near', 'poor', 'silent']],
    [{ regionCode: REGION.suzhou }, ['codeless', 'near', 'poor', 'silent']],
    [{ regionCode: REGION.jiangsu }, ['codeless', 'near', 'poor', 'silent']],
    [{ regionCode: REGION.guizhou }, ['far']],
    [{ payAtLeast: { amount: '8000.00' } }, ['codeless', 'far', 'near']],
    [{ occupationCode: OCCUPATION.manufacturing }, ['far', 'near', 'poor', 'silent']],
    [{ occupationCode: OCCUPATION.manufacturing, regionCode: REGION.guizhou }, ['far']],
  ])('%j: %j', async (filter, expected) => {
    const welding = { occupationCode: OCCUPATION.welder };
    const { person, named } = await scene({
      near: welding,
      far: { ...welding, regionCode: REGION.tongren },
      poor: { ...welding, payMinFen: 500_000n, payMaxFen: 799_999n },
      silent: { ...welding, publication: 'EXTERNAL', payMinFen: null, payMaxFen: null },
      codeless: {},
    });
    const { page } = await mine(person, { filter });
    expect(named(page)).toEqual(expected);
    expect(page?.totalCount).toBe(expected.length);
  });

  it('are the first place alone when that is wanted', async () => {
    const { person } = await scene({ one: {}, two: {} });
    const all = await mine(person);
    const { page } = await mine(person, { filter: { onlyFirst: true } });
    expect(page?.nodes).toEqual(all.page?.nodes.slice(0, 1));
  });

  it('come in full pages, also when much of the list is no longer open', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `${i}号`);
    const { person } = await scene(Object.fromEntries(names.map((name) => [name, {}])));
    await app.database.pool.query(
      `update job_postings set state = 'paused' where id in
         (select job_posting_id from recommendations where rank % 2 = 1)`,
    );
    const first = (await mine(person, { first: 4 })).page;
    expect(first?.nodes).toHaveLength(4);
    expect(first?.totalCount).toBe(6);
    expect(first?.pageInfo.hasNextPage).toBe(true);
    const second = (await mine(person, { first: 4, after: first?.pageInfo.endCursor })).page;
    expect(second?.nodes).toHaveLength(2);
    expect(second?.pageInfo.hasNextPage).toBe(false);
    const shown = [...(first?.nodes ?? []), ...(second?.nodes ?? [])];
    expect(new Set(shown.map(({ jobPosting }) => jobPosting.id)).size).toBe(6);
  });

  it.each([
    ['REFERENCE_UNKNOWN_REGION', { regionCode: '999999' }, 'regionCode'],
    ['REFERENCE_UNKNOWN_OCCUPATION', { occupationCode: '9-99-99-99' }, 'occupationCode'],
    ['INPUT_MALFORMED', { payAtLeast: { amount: '-1.00' } }, 'payAtLeast'],
  ])('refuse with %s %j', async (reason, filter, field) => {
    const { person } = await scene({ one: {} });
    const { page, refusals } = await mine(person, { filter });
    expect(page).toBeNull();
    expect(refusals).toEqual([
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        reason,
        field: expect.arrayContaining(['filter', field]) as string[],
      }),
    ]);
  });
});

describe('recommended candidates', () => {
  async function scene(people: Record<string, ProfileOptions>) {
    const enterprise = await createEnterpriseWithRecruiter(app);
    const posting = await createJobPosting(app, {
      organisation: enterprise,
      title: '焊工',
      headcount: 1,
    });
    const nameOf = new Map<string, string>();
    for (const [name, options] of Object.entries(people)) {
      const profile = { intentions: [{ title: '焊工' }], ...options };
      nameOf.set((await createProfile(app, profile)).id, name);
    }
    await app.get(MatchingService).matchEverybody();
    const named = (page: Page | null) =>
      page?.nodes.map(({ profileId }) => nameOf.get(profileId)).sort();
    return { enterprise, posting, named };
  }

  const wishing = (code: string): ProfileOptions => ({
    intentions: [{ title: '焊工', regionIds: [regionId(code)] }],
  });

  it.each([
    [{}, ['anywhere', 'learned', 'province', 'skilled', 'town']],
    [{ regionCode: REGION.wuzhong }, ['anywhere', 'learned', 'province', 'skilled', 'town']],
    [{ regionCode: REGION.mudu }, ['anywhere', 'learned', 'province', 'skilled', 'town']],
    [{ regionCode: REGION.guizhou }, ['anywhere', 'learned', 'skilled']],
    [{ educationAtLeast: '21' }, ['learned']],
    [{ skill: '  cAd ' }, ['skilled']],
    [{ skill: 'CAD', educationAtLeast: '21' }, []],
  ])('%j: %j', async (filter, expected) => {
    const { enterprise, posting, named } = await scene({
      anywhere: {},
      town: wishing(REGION.wuzhong),
      province: wishing(REGION.jiangsu),
      learned: { education: { levelCode: '21', rank: 60 } },
      skilled: { skills: ['氩弧焊', 'CAD'] },
    });
    const { page } = await candidates(enterprise.recruiter, posting.id, { filter });
    expect(named(page)).toEqual(expected);
    expect(page?.totalCount).toBe(expected.length);
  });

  it('are those who see it first alone when that is wanted', async () => {
    const { enterprise, posting } = await scene({ one: {}, two: {}, three: {} });
    const { page } = await candidates(enterprise.recruiter, posting.id, {
      filter: { onlyFirst: true },
    });
    const { rows } = await app.database.pool.query<{ profile_id: string }>(
      'select profile_id from recommendations where is_first',
    );
    expect(page?.nodes.map(({ profileId }) => profileId)).toEqual(
      rows.map(({ profile_id }) => profile_id),
    );
    expect(rows).toHaveLength(1);
  });

  it('come in full pages without people who hide from the employer or are no longer to be found', async () => {
    const people = Array.from({ length: 8 }, (_, i) => [`p${i}`, {}] as const);
    const { enterprise, posting } = await scene(Object.fromEntries(people));
    const { rows } = await app.database.pool.query<{ profile_id: string }>(
      'select profile_id from recommendations order by score desc, id desc',
    );
    const ids = rows.map(({ profile_id }) => profile_id);
    await app.database.pool.query(
      'insert into profile_hidden_employers (profile_id, organisation_id) values ($1, $2)',
      [ids[0], enterprise.id],
    );
    await app.database.pool.query(
      `update job_seeker_profiles set visibility = 'employers_i_apply_to' where id = $1`,
      [ids[1]],
    );
    await app.database.pool.query(
      'update job_seeker_profiles set is_active = false where id = $1',
      [ids[2]],
    );
    const { page } = await candidates(enterprise.recruiter, posting.id, { first: 4 });
    expect(page?.nodes.map(({ profileId }) => profileId)).toEqual(ids.slice(3, 7));
    expect(page?.totalCount).toBe(5);
    expect(page?.pageInfo.hasNextPage).toBe(true);
  });

  it.each([
    ['REFERENCE_UNKNOWN_REGION', { regionCode: '999999' }, 'regionCode'],
    ['REFERENCE_UNKNOWN_EDUCATION_LEVEL', { educationAtLeast: 'x' }, 'educationAtLeast'],
    ['INPUT_TOO_LONG', { skill: '焊'.repeat(51) }, 'skill'],
  ])('refuse with %s %j', async (reason, filter, field) => {
    const { enterprise, posting } = await scene({ one: {} });
    const { page, refusals } = await candidates(enterprise.recruiter, posting.id, { filter });
    expect(page).toBeNull();
    expect(refusals).toEqual([
      expect.objectContaining({ code: 'BAD_USER_INPUT', reason, field: ['filter', field] }),
    ]);
  });
});
