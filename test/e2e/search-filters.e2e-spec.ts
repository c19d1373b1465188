import fc from 'fast-check';
import { ANONYMOUS } from '../../src/core/auth/index.js';
import { DomainError } from '../../src/core/errors/index.js';
import { JobPostingReader } from '../../src/modules/job-postings/index.js';
import { JobPostingSearch } from '../../src/modules/search/job-posting-search.service.js';
import { SearchConditions } from '../../src/modules/search/query/search-conditions.js';
import type { JobPostingSearchArgs } from '../../src/modules/search/search.inputs.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { importPostings } from '../support/imported-postings.js';

/** As many as asked for; enough for each push. */
const MIXES = Number(process.env['SEARCH_MIXES'] ?? 600);
const NOTHING = {
  ...{ facets: false, offers: false },
  ...{ similar: false, didYouMean: false, relaxations: false },
};

const TITLES = ['电子厂普工', '数据分析师', '会计', 'Java开发工程师', '仓库管理员', '养老护理员'];
const AREAS = ['江苏省苏州吴中区', '江苏省苏州工业园区', '江苏省无锡', '上海浦东新区', ''];
const PAYS = ['4-5千', '6-8千', '1-1.5万', '1.5-2.5万', '面议'];
const EXPERIENCES = ['无需经验', '1年', '3-4年', '5-7年', ''];
const EDUCATIONS = ['初中', '高中', '大专', '本科', '硕士', ''];

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  const random = fc.sample(
    fc.tuple(...[TITLES, AREAS, PAYS, EXPERIENCES, EDUCATIONS].map((of) => fc.constantFrom(...of))),
    { numRuns: 80, seed: 6 },
  );
  for (const [n, occupationCode] of ['2-06-03-00', '6-18-01-01', '4-13-03-02'].entries()) {
    for (const industryCode of ['3911', '5110']) {
      const engagementType = n === 1 ? 'INTERNSHIP' : 'FULL_TIME';
      await createJobPosting(app, { occupationCode, industryCode, engagementType });
    }
  }
  await importPostings(
    app,
    random.map(
      ([title = '', area = '', pay = '', experience = '', education = ''], row) =>
        `f${String(row)},${title},,${area},${pay},${experience},${education},示例单位${String(row % 7)},`,
    ),
  );
}, 120_000);

afterAll(() => app.close());

const VALUES = {
  regionCode: fc.constantFrom('320000', '320500', '320506', '320576', '310000', '110000'),
  payAtLeast: fc
    .integer({ min: 1_000, max: 30_000 })
    .map((yuan) => ({ amount: String(yuan), currency: 'CNY' as const })),
  educationLevelCode: fc.constantFrom('71', '61', '31', '21', '14'),
  experienceYears: fc.integer({ min: 0, max: 10 }),
  publication: fc.constantFrom('OWN' as const, 'EXTERNAL' as const),
  engagementTypes: fc.constantFrom('FULL_TIME' as const, 'INTERNSHIP' as const).map((one) => [one]),
  occupationCode: fc.constantFrom('2-06-03-00', '2-06', '6', '4-13'),
  industryCode: fc.constantFrom('C', '39', 'F'),
  skillLevelCodes: fc.subarray(['apprentice', 'elementary', 'intermediate'], { minLength: 1 }),
  employerKinds: fc.constantFrom('ENTERPRISE' as const, 'HR_AGENCY' as const).map((one) => [one]),
  partnersOnly: fc.boolean(),
  postedSince: fc.constantFrom(new Date(0), new Date('2099-01-01')),
};
/** Few of them at a time: of many nothing would be left. */
const mixes = fc
  .tuple(fc.record(VALUES), fc.subarray(Object.keys(VALUES), { maxLength: 4 }))
  .map(([values, names]) => {
    const kept = Object.entries(values).filter(([name]) => names.includes(name));
    return Object.fromEntries(kept);
  });

async function bothWays(args: JobPostingSearchArgs): Promise<[number, number, string[], string[]]> {
  const { conditions } = await app.get(SearchConditions).of(ANONYMOUS, args);
  const truth = await app
    .get(JobPostingReader)
    .searchOpen(ANONYMOUS, conditions, { order: 'NEWEST', limit: 100, offset: 0 });
  const found = await app.get(JobPostingSearch).search(ANONYMOUS, args, NOTHING);
  expect(found.degraded).toBe(false);
  return [found.total, truth.total, found.nodes.map(({ id }) => id).sort(), [...truth.ids].sort()];
}

it('counts and finds exactly what SQL does under any mix of filters', async () => {
  let foundSome = 0;
  await fc.assert(
    fc.asyncProperty(mixes, async (filter) => {
      const [total, truth, ids, rows] = await bothWays({
        filter,
        first: 100,
        orderBy: 'RELEVANCE',
      });
      expect([total, ids]).toEqual([truth, rows]);
      if (total > 0) foundSome += 1;
    }),
    { numRuns: MIXES },
  );
  expect(foundSome).toBeGreaterThan(MIXES / 3);
}, 600_000);

it('refuses every code nobody has, whatever is written in it', async () => {
  const hostile = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30 }).filter((code) => !/^[\dA-Z-]+$/.test(code)),
    fc.constantFrom(
      '320500" OR id EXISTS',
      "'] OR 1=1",
      '３２０５００',
      ' 320500',
      '320500\n',
      '*',
    ),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (code) => {
      for (const name of ['regionCode', 'occupationCode', 'industryCode', 'educationLevelCode']) {
        const args = { filter: { [name]: code }, first: 20, orderBy: 'RELEVANCE' as const };
        const answer = app.get(JobPostingSearch).search(ANONYMOUS, args, NOTHING);
        await expect(answer).rejects.toBeInstanceOf(DomainError);
      }
    }),
    { numRuns: Math.ceil(MIXES / 4) },
  );
}, 600_000);

it('shows nothing that its own filter refuses, whatever the index still says', async () => {
  await app.database.pool.query(
    `update job_postings set region_id = null, experience_years_min = 9, education_rank = 90,
       monthly_pay_min_fen = 100000, monthly_pay_max_fen = 150000
     where publication = 'external' and substr(md5(id::text), 1, 1) < '8'`,
  );
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(mixes, async (filter) => {
      const args = { filter, first: 100, orderBy: 'RELEVANCE' as const };
      const [total, , ids, rows] = await bothWays(args);
      expect(ids.filter((id) => !rows.includes(id))).toEqual([]);
      refused += total - ids.length;
    }),
    { numRuns: Math.ceil(MIXES / 4) },
  );
  expect(refused).toBeGreaterThan(0);
}, 600_000);
