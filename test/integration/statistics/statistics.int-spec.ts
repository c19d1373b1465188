import { FIGURE_NAMES, StatisticsReader } from '../../../src/modules/statistics/index.js';
import { createJobPosting } from '../../factories/job-posting.factory.js';
import { createOrganisation } from '../../factories/organisation.factory.js';
import { createAccount } from '../../factories/account.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';

const QUERY = `query ($figures: [StatisticsFigureName!]!, $from: Date!, $through: Date!, $regionCode: RegionCode, $groupBy: StatisticsGrouping) {
  statistics(figures: $figures, from: $from, through: $through, regionCode: $regionCode, groupBy: $groupBy) {
    asOf figures { name unit rule total groups { key label value } } } }`;

interface Answer {
  statistics: {
    figures: {
      name: string;
      total: number;
      groups: { key: string | null; label: string; value: number }[];
    }[];
  };
}

let app: TestApp;

async function bureau(regionCode: string) {
  const officer = await createAccount(app);
  await createOrganisation(app, {
    kind: 'HR_BUREAU',
    regionCode,
    members: [{ account: officer, role: 'ADMINISTRATOR' }],
  });
  return officer;
}

beforeAll(async () => {
  app = await createTestApp();
  const organisation = await createOrganisation(app, { kind: 'ENTERPRISE' });
  const at = (day: string) => new Date(`${day}T04:00:00Z`);
  const postings = [
    { regionCode: '320506', headcount: 3, publishedAt: at('2026-03-02') },
    { regionCode: '320506', headcount: 5, publishedAt: at('2026-03-09') },
    { regionCode: '320583', headcount: 7, publishedAt: at('2026-03-10') },
    { regionCode: '320200', headcount: 11, publishedAt: at('2026-03-10') },
    // The last minute of a China day is the day before in UTC.
    { regionCode: '320506', headcount: 13, publishedAt: new Date('2026-03-31T16:00:00Z') },
  ];
  for (const posting of postings) {
    await createJobPosting(app, { organisation, state: 'PUBLISHED', ...posting });
  }
});
afterAll(() => app.close());

const MARCH = { from: '2026-03-01', through: '2026-03-31' };

describe('statistics', () => {
  it('counts a region with what lies below it, in days of China, and breaks down by child regions', async () => {
    const { data, errors } = await app.gql<Answer>(
      QUERY,
      { figures: ['POSTINGS', 'POSITIONS'], ...MARCH, groupBy: 'REGION' },
      { as: await bureau('320500') },
    );
    expect(errors).toBeUndefined();
    expect(data?.statistics.figures).toMatchObject([
      {
        name: 'POSTINGS',
        total: 3,
        groups: [
          { key: '320506', label: '吴中区', value: 2 },
          { key: '320583', label: '昆山市', value: 1 },
        ],
      },
      {
        name: 'POSITIONS',
        total: 15,
        groups: [
          { key: '320506', value: 8 },
          { key: '320583', value: 7 },
        ],
      },
    ]);
  });

  it('breaks down by weeks from Monday', async () => {
    const { data } = await app.gql<Answer>(
      QUERY,
      { figures: ['POSTINGS'], ...MARCH, groupBy: 'WEEK' },
      { as: await bureau('320500') },
    );
    expect(data?.statistics.figures[0]?.groups).toEqual([
      { key: '2026-03-02', label: '2026-03-02', value: 1 },
      { key: '2026-03-09', label: '2026-03-09', value: 2 },
    ]);
  });

  it('keeps a bureau within its region', async () => {
    const officer = await bureau('320506');
    const { errors } = await app.gql(
      QUERY,
      { figures: ['POSTINGS'], ...MARCH, regionCode: '320583' },
      { as: officer },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'STATISTICS_REGION_NOT_YOURS',
    });
  });

  it.each([
    [{ from: '2026-03-02', through: '2026-03-01' }, 'STATISTICS_PERIOD_UPSIDE_DOWN'],
    [{ from: '2010-01-01', through: '2026-03-01', groupBy: 'WEEK' }, 'STATISTICS_PERIOD_TOO_LONG'],
    [{ ...MARCH, figures: [] }, 'INPUT_REQUIRED'],
    [{ ...MARCH, regionCode: '999999' }, 'REFERENCE_UNKNOWN_REGION'],
  ])('refuses %j', async (variables, reason) => {
    const { errors } = await app.gql(
      QUERY,
      { figures: ['POSTINGS'], ...variables },
      { as: await bureau('320500') },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ reason });
  });

  it.each(FIGURE_NAMES)('adds the groups of %s up to its total', async (figure) => {
    const reader = app.get(StatisticsReader);
    const of = { figure, ...MARCH, regionId: null, occupationCode: null };
    const sum = async (groupBy: 'REGION' | 'OCCUPATION' | 'WEEK' | null): Promise<number> =>
      (await reader.groups({ ...of, groupBy })).reduce((total, { value }) => total + value, 0);
    const total = await sum(null);
    expect(await Promise.all([sum('REGION'), sum('OCCUPATION'), sum('WEEK')])).toEqual([
      total,
      total,
      total,
    ]);
  });

  it('says to everyone what is open by the rule of job-postings: neither filled nor past nor unverified', async () => {
    const figures = async () => {
      const { data } = await app.gql('{ marketFigures { openPostings openPositions } }');
      return data.marketFigures as { openPostings: number; openPositions: number };
    };
    const before = await figures();
    const organisation = await createOrganisation(app);
    await createJobPosting(app, { organisation, headcount: 5, filledCount: 2 });
    await createJobPosting(app, { publication: 'EXTERNAL', organisation: null, headcount: null });
    for (const closed of [
      { organisation, headcount: 4, filledCount: 4 },
      { organisation, headcount: 4, validThrough: '2020-01-01' },
      { organisation, headcount: 4, state: 'PAUSED' as const },
      { organisation: await createOrganisation(app, { standing: 'LAPSED' }), headcount: 4 },
    ])
      await createJobPosting(app, closed);
    expect(await figures()).toEqual({
      openPostings: before.openPostings + 2,
      openPositions: before.openPositions + 3,
    });
  });
});
