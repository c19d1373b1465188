import { RateLimiter } from '../../src/core/rate-limit/index.js';
import { SearchEngine } from '../../src/core/search-engine/index.js';
import { PAGES_PER_DAY } from '../../src/modules/search/candidates/candidate-search.service.js';
import { CandidateRebuild, CANDIDATES_INDEX } from '../../src/modules/search/index.js';
import { createAccount, type TestAccount } from '../factories/account.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { createProfile, type TestProfile } from '../factories/profile.factory.js';
import { OCCUPATION, REGION, regionId } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import {
  findPeople,
  refusal,
  type FoundPeople,
  type SearchAsked,
} from './candidate-search.support.js';
import { change } from './profiles.support.js';

let app: TestApp;
let recruiter: TestAccount;
let enterpriseId: string;
let welder: TestProfile;
let nurse: TestProfile;
let coder: TestProfile;
let all: readonly TestProfile[];

const find = (asked: SearchAsked = {}, as = recruiter): Promise<FoundPeople> =>
  findPeople(app, as, asked);
const found = async (asked: SearchAsked = {}, as = recruiter): Promise<string[]> =>
  (await find(asked, as)).nodes.map(({ id }) => id).sort();
const ids = (...people: readonly TestProfile[]): string[] => people.map(({ id }) => id).sort();
const versionOf = async ({ id }: TestProfile): Promise<number> =>
  Number(
    (await app.database.pool.query('select version from job_seeker_profiles where id = $1', [id]))
      .rows[0].version,
  );

beforeAll(async () => {
  app = await createTestApp({ quiet: true });
  const enterprise = await createEnterpriseWithRecruiter(app);
  recruiter = enterprise.recruiter;
  enterpriseId = enterprise.id;
  welder = await createProfile(app, {
    fullName: '欧阳小芳',
    skills: ['氩弧焊', '二保焊'],
    intentions: [
      { title: '焊工', occupationCode: OCCUPATION.welder, regionIds: [regionId(REGION.suzhou)] },
    ],
    education: { levelCode: '31', rank: 50 },
    majorCode: '460301',
    experienceYears: 6,
    regionCode: REGION.tongren,
    availableFrom: '2026-12-01',
  });
  nurse = await createProfile(app, {
    skills: ['护理'],
    intentions: [
      { title: '養老護理員', occupationCode: null, regionIds: [regionId(REGION.jiangsu)] },
    ],
    education: { levelCode: '61', rank: 30 },
    regionCode: REGION.wuzhong,
    experienceYears: 0,
  });
  coder = await createProfile(app, {
    skills: ['JavaScript', 'Node.js'],
    intentions: [{ title: '前端开发工程师', occupationCode: '2-02-10-03', regionIds: [] }],
    education: { levelCode: '21', rank: 60 },
    regionCode: REGION.industrialPark,
    experienceYears: null,
    availableFrom: '2027-07-01',
  });
  all = [welder, nurse, coder];
  await createProfile(app, { visibility: 'EMPLOYERS_I_APPLY_TO' });
  await createProfile(app, { isActive: false });
  await app.get(CandidateRebuild).rebuild();
}, 120_000);

afterAll(() => app.close());

describe('searchCandidates', () => {
  it('finds everybody who can be found, counts them exactly and masks their names', async () => {
    const people = await find();
    expect(people).toMatchObject({ totalCount: 3, degraded: false, isTruncated: false });
    expect(people.nodes.map(({ id }) => id).sort()).toEqual(ids(...all));
    expect(people.nodes.find(({ id }) => id === welder.id)?.fullName).toBe('欧***');
    expect(people.facets).toEqual([
      {
        name: 'REGION',
        values: [
          { value: '320000', label: '江苏省', count: 2 },
          { value: '520000', label: '贵州省', count: 1 },
        ],
      },
      {
        name: 'EDUCATION',
        values: expect.arrayContaining([expect.objectContaining({ value: '31', count: 1 })]),
      },
      {
        name: 'EXPERIENCE',
        values: [
          { value: 'FROM_5', label: 'FROM_5', count: 1 },
          { value: 'NOT_STATED', label: 'NOT_STATED', count: 1 },
          { value: 'UNDER_1', label: 'UNDER_1', count: 1 },
        ],
      },
    ]);
  });

  it.each<[string, () => TestProfile[]]>([
    ['焊工', () => [welder]],
    ['氩弧焊 焊工', () => [welder]],
    ['焊', () => [welder]],
    ['车', () => []],
    // What occupations are called: by an alias, and by the official name.
    ['全栈工程师', () => [coder]],
    ['计算机软件', () => [coder]],
    ['养老护理员', () => [nurse]],
    ['護理', () => [nurse]],
    ['js', () => [coder]],
    ['javascipt', () => [coder]],
    ['node', () => [coder]],
    ['"前端开发"', () => [coder]],
    ['机电一体化 -焊工', () => [nurse, coder]],
    ['机电一体化 +护理', () => [nurse]],
    ['焊工 护理', () => []],
    ['hangong', () => [welder]],
    ['🙂', () => []],
  ])('finds by %s', async (text, people) => {
    expect(await found({ text })).toEqual(ids(...people()));
  });

  it('says that letters were read as pinyin', async () => {
    expect((await find({ text: 'hangong' })).reading).toBe('PINYIN');
    expect((await find({ text: '焊工' })).reading).toBeNull();
  });

  it.each<[object, () => TestProfile[]]>([
    [{ occupationCode: OCCUPATION.manufacturing }, () => [welder]],
    [{ occupationCode: OCCUPATION.welder }, () => [welder]],
    [{ homeRegionCode: REGION.jiangsu }, () => [nurse, coder]],
    [{ homeRegionCode: REGION.tongren }, () => [welder]],
    // Suzhou itself, the province it lies in, and anywhere.
    [{ workRegionCode: REGION.suzhou }, () => [welder, nurse, coder]],
    [{ workRegionCode: REGION.wuzhong }, () => [welder, nurse, coder]],
    [{ workRegionCode: REGION.guizhou }, () => [coder]],
    [{ educationAtLeast: '31' }, () => [welder, coder]],
    [{ majorCode: '460301' }, () => [welder]],
    [{ majorCode: '46' }, () => [welder]],
    [{ experience: ['UNDER_1', 'FROM_5'] }, () => [welder, nurse]],
    [{ experience: ['NOT_STATED'] }, () => [coder]],
    [{ skillLevelAtLeast: 'intermediate' }, () => []],
    [{ availableBy: '2026-12-01' }, () => [welder, nurse]],
    [{ availableBy: '2026-11-30' }, () => [nurse]],
  ])('filters by %j', async (filter, people) => {
    const asked = await find({ filter });
    expect(asked.nodes.map(({ id }) => id).sort()).toEqual(ids(...people()));
    expect(asked.totalCount).toBe(people().length);
  });

  it.each([
    [{ filter: { occupationCode: '9-99' } }, 'REFERENCE_UNKNOWN_OCCUPATION'],
    [{ filter: { homeRegionCode: '999999' } }, 'REFERENCE_UNKNOWN_REGION'],
    [{ filter: { workRegionCode: '999999' } }, 'REFERENCE_UNKNOWN_REGION'],
    [{ filter: { educationAtLeast: 'x' } }, 'REFERENCE_UNKNOWN_EDUCATION_LEVEL'],
    [{ filter: { majorCode: '999999' } }, 'REFERENCE_UNKNOWN_MAJOR'],
    [{ filter: { skillLevelAtLeast: 'x' } }, 'REFERENCE_UNKNOWN_SKILL_LEVEL'],
    [{ text: '长'.repeat(101) }, 'INPUT_TOO_LONG'],
    [{ first: 101 }, 'INPUT_OUT_OF_RANGE'],
    [{ after: 'x!' }, 'SEARCH_CURSOR_MALFORMED'],
  ])('refuses %j', async (asked, reason) => {
    expect(await refusal(app, recruiter, asked)).toBe(reason);
  });

  it('is refused to everybody but officers of verified enterprises', async () => {
    const college = await createCollegeWithClerk(app);
    const bureau = await createAccount(app);
    await createOrganisation(app, {
      kind: 'HR_BUREAU',
      members: [{ account: bureau, role: 'OFFICER' }],
    });
    const viewer = await createAccount(app);
    await createOrganisation(app, { members: [{ account: viewer, role: 'VIEWER' }] });
    const strangers = [
      welder.person,
      await createAccount(app, { isAdministrator: true }),
      college.clerk,
      bureau,
      viewer,
      (await createEnterpriseWithRecruiter(app, { standing: 'LAPSED' })).recruiter,
      (await createEnterpriseWithRecruiter(app, { standing: 'UNVERIFIED' })).recruiter,
    ];
    for (const stranger of strangers) expect(await refusal(app, stranger, {})).toBe('FORBIDDEN');
    expect(await refusal(app, null, {})).toBe('UNAUTHENTICATED');
  });

  it('shows nobody who hides from an organisation of the viewer, under any condition', async () => {
    const hiding = await createProfile(app, {
      skills: ['钳工'],
      intentions: [{ title: '钳工', occupationCode: null }],
      hiddenFrom: [enterpriseId],
    });
    await app.get(CandidateRebuild).rebuild();
    const other = (await createEnterpriseWithRecruiter(app)).recruiter;
    expect(await found({ text: '钳工' }, other)).toEqual([hiding.id]);
    for (const asked of [{}, { text: '钳工' }, { filter: { workRegionCode: REGION.suzhou } }]) {
      expect(await found(asked)).toEqual('text' in asked ? [] : ids(...all));
    }
    expect((await find()).totalCount).toBe(3);
    // Whoever works for both is hidden from as well.
    const both = await createAccount(app);
    await createOrganisation(app, { members: [{ account: both, role: 'OFFICER' }] });
    await app.database.pool.query(
      `insert into organisation_members (id, organisation_id, account_id, role, joined_at)
       values (uuidv7(), $1, $2, 'viewer', now())`,
      [enterpriseId, both.account.id],
    );
    expect(await found({ text: '钳工' }, both)).toEqual([]);
    await app.database.pool.query('delete from job_seeker_profiles where id = $1', [hiding.id]);
    await app.get(CandidateRebuild).rebuild();
  });

  it('shows nobody whose consent is withdrawn, at once, and is told by the event', async () => {
    const fickle = await createProfile(app, { skills: ['铣工'] });
    await app.get(CandidateRebuild).rebuild();
    expect(await found({ text: '铣工' })).toEqual([fickle.id]);
    const input = { version: await versionOf(fickle), visibility: 'EMPLOYERS_I_APPLY_TO' };
    const { userErrors } = await change(app, 'changeProfileVisibility', input, fickle.person);
    expect(userErrors).toEqual([]);
    // The index still has her.
    expect(await app.get(SearchEngine).countDocuments(CANDIDATES_INDEX)).toBe(4);
    const left = await find({ text: '铣工' });
    expect([left.nodes, left.totalCount]).toEqual([[], 0]);
    expect(left.facets.flatMap(({ values }) => values)).toEqual([]);
    expect((await find()).totalCount).toBe(3);
    await app.settle();
    expect(await app.get(SearchEngine).countDocuments(CANDIDATES_INDEX)).toBe(3);
    expect((await find({ text: '铣工' })).totalCount).toBe(0);
    const again = { version: await versionOf(fickle), visibility: 'EVERYONE' };
    await change(app, 'changeProfileVisibility', again, fickle.person);
    await app.settle();
    expect(await found({ text: '铣工' })).toEqual([fickle.id]);
    const changes = { version: await versionOf(fickle), changes: { isActive: false } };
    await change(app, 'editProfile', changes, fickle.person);
    expect(await found({ text: '铣工' })).toEqual([]);
    await app.settle();
    expect(await app.get(SearchEngine).countDocuments(CANDIDATES_INDEX)).toBe(3);
  });

  it('compares index and database, and repairs what differs', async () => {
    await app.database.pool.query(
      'update job_seeker_profiles set version = version + 1, is_active = false where id = $1',
      [nurse.id],
    );
    expect(await app.get(CandidateRebuild).reconcile()).toBe(1);
    await app.settle();
    expect(await app.get(CandidateRebuild).reconcile()).toBe(0);
    expect((await find()).totalCount).toBe(2);
    await app.database.pool.query(
      'update job_seeker_profiles set version = version + 1, is_active = true where id = $1',
      [nurse.id],
    );
    expect(await app.get(CandidateRebuild).reconcile()).toBe(1);
    await app.settle();
    expect(await found()).toEqual(ids(...all));
  });

  it('pages by a cursor of its own search', async () => {
    const first = await find({ first: 2 });
    expect([first.nodes.length, first.totalCount, first.pageInfo.hasNextPage]).toEqual([
      2,
      3,
      true,
    ]);
    const after = first.pageInfo.endCursor;
    const second = await find({ first: 2, after });
    expect([second.nodes.length, second.pageInfo.hasNextPage]).toEqual([1, false]);
    expect([...first.nodes, ...second.nodes].map(({ id }) => id).sort()).toEqual(ids(...all));
    expect(await refusal(app, recruiter, { text: '焊工', after })).toBe('SEARCH_CURSOR_MALFORMED');
  });

  it('answers from the database while the engine has no index', async () => {
    await app.get(SearchEngine).dropIndex(CANDIDATES_INDEX);
    expect(await find()).toMatchObject({ totalCount: 3, degraded: true, facets: [] });
    expect(await found({ text: '氩弧焊' })).toEqual([welder.id]);
    expect(await found({ text: '護理' })).toEqual([nurse.id]);
    expect(await found({ text: '机电一体化 -焊工' })).toEqual(ids(nurse, coder));
    expect(await found({ filter: { workRegionCode: REGION.guizhou } })).toEqual([coder.id]);
    const page = await find({ first: 2 });
    expect(await found({ first: 2, after: page.pageInfo.endCursor })).toHaveLength(1);
    const wish = (title: string) =>
      app.database.pool.query('update job_intentions set title = $2 where profile_id = $1', [
        welder.id,
        title,
      ]);
    await wish('焊工 138 1234 5678 fang@example.invalid 欧阳小芳');
    for (const text of ['1234', '5678', 'fang', 'example.invalid', '欧阳小芳'])
      expect(await found({ text })).toEqual([]);
    await wish('焊工');
    await app.get(CandidateRebuild).rebuild();
    expect(await find()).toMatchObject({ totalCount: 3, degraded: false });
  });

  it('is limited by the day for an organisation, whoever of it asks', async () => {
    const { id, recruiter: eager } = await createEnterpriseWithRecruiter(app);
    const colleague = await createAccount(app);
    await app.database.pool.query(
      `insert into organisation_members (id, organisation_id, account_id, role, joined_at)
       values (uuidv7(), $1, $2, 'officer', now())`,
      [id, colleague.account.id],
    );
    const limiter = app.get(RateLimiter);
    for (let page = 1; page < PAGES_PER_DAY.points; page += 1) {
      await limiter.consume('candidate-search', id, PAGES_PER_DAY);
    }
    expect((await find({}, eager)).totalCount).toBe(3);
    expect(await refusal(app, colleague, {})).toBe('REQUEST_RATE_LIMITED');
    expect((await find()).totalCount).toBe(3);
  }, 60_000);
});
