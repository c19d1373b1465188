import { codeTables } from '../../../src/modules/reference-data/loader/code-tables.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { loadReferenceData } from '../../support/reference-data.js';

/** Rows of each table as `prisma/seed/README.md` counts them. */
const COUNTS = {
  regions: 3469,
  region_codes: 3471,
  occupations: 2176,
  occupation_aliases: 1633,
  industries: 1971,
  majors: 1349,
  colleges: 2631,
  education_levels: 40,
  skill_levels: 8,
} as const;

const PARK = '24b3f57c-5ecd-58ce-8c9b-7c915b6dfc15';
const SUZHOU = 'a3759af4-88ce-5394-a436-b8f4fc253925';

let database: TestDatabase;

const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await database.pool.query(text, values)).rows as T[];
const count = async (what: string): Promise<number> =>
  (await rows<{ n: number }>(`select count(*)::int as n from ${what}`))[0]?.n ?? -1;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(
    `truncate ${['code_table_editions', ...Object.keys(COUNTS)].join()} cascade`,
  );
});

afterAll(async () => {
  await database.drop();
});

describe('loading the code tables', () => {
  /** Processor time, because the clock on the wall measures what else the machine is doing. */
  it('loads every table once, for less than three seconds of processor time', async () => {
    const started = process.cpuUsage();
    expect(await loadReferenceData(database.url)).toEqual(codeTables.map(({ table }) => table));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(3000);
  });

  it.each(Object.entries(COUNTS))('fills %s with %i rows and says so', async (table, expected) => {
    expect(await count(table)).toBe(expected);
    expect(
      await rows('select row_count, length(checksum) from code_table_editions where name = $1', [
        table,
      ]),
    ).toEqual([{ row_count: expected, length: 64 }]);
  });

  it.each([
    ['regions where level = 1', 31],
    ['regions where level = 2', 342],
    ['regions where level = 3 and is_current', 2975],
    ['regions where level = 4', 118],
    [`regions where kind = 'statistical_zone'`, 124],
    [`regions where kind = 'placeholder'`, 9],
    ['occupations where level = 1', 8],
    ['occupations where level = 2', 79],
    ['occupations where level = 3', 450],
    ['occupations where level = 4', 1639],
    ['occupations where is_green', 134],
    ['occupations where is_digital', 95],
    ['industries where level = 1', 20],
    ['industries where level = 2', 97],
    ['industries where level = 3', 473],
    ['industries where level = 4', 1381],
    [`majors where level = 'secondary'`, 358],
    [`majors where level = 'associate'`, 744],
    [`majors where level = 'bachelor'`, 247],
    ['majors where is_nationally_controlled', 47],
    ['(select distinct class_code from majors) as classes', 275],
    ['(select distinct category_code from majors) as categories', 57],
    [`colleges where level = 'bachelor'`, 1243],
    [`colleges where level = 'associate'`, 1388],
  ])('agrees with the published count of %s', async (what, expected) => {
    expect(await count(what)).toBe(expected);
  });

  it('does nothing when run again, also twice at once', async () => {
    const before = await rows('select xmin::text, * from code_table_editions order by name');
    expect(
      await Promise.all([loadReferenceData(database.url), loadReferenceData(database.url)]),
    ).toEqual([[], []]);
    expect(await rows('select xmin::text, * from code_table_editions order by name')).toEqual(
      before,
    );
  });

  it('replaces a table whose edition has another checksum, keeping ids and marking what was dropped', async () => {
    await database.pool.query(`
      update code_table_editions set checksum = 'older' where name in ('occupations', 'region_codes');
      insert into occupations (code, parent_code, ancestor_codes, level, name, is_green, is_digital, pinyin, pinyin_initials, sort)
      values ('1-01-00-99', '1-01-00', '{1,1-01,1-01-00,1-01-00-99}', 4, '已取消的职业', false, false, 'x', 'x', 1);
      update occupations set name = '旧名称' where code = '1-01-00-01';
      delete from region_codes where code = '320506'`);
    expect(await loadReferenceData(database.url)).toEqual(['region_codes', 'occupations']);
    expect(
      await rows(
        `select code, name, is_current from occupations where code in ('1-01-00-01', '1-01-00-99') order by code`,
      ),
    ).toEqual([
      { code: '1-01-00-01', name: '中国共产党机关负责人', is_current: true },
      { code: '1-01-00-99', name: '已取消的职业', is_current: false },
    ]);
    expect(await count('region_codes')).toBe(COUNTS.region_codes);
    await database.pool.query(`delete from occupations where code = '1-01-00-99'`);
  });

  it('gives the industrial park one id and both of its codes', async () => {
    expect(
      await rows(`
        select c.code, c.valid_to::text, r.key, r.id from region_codes c join regions r on r.id = c.region_id
        where r.key = 'suzhou-industrial-park' order by c.code`),
    ).toEqual([
      { code: '320571', valid_to: '2023-06-30', key: 'suzhou-industrial-park', id: PARK },
      { code: '320576', valid_to: null, key: 'suzhou-industrial-park', id: PARK },
    ]);
  });

  it('finds everything within a region by one condition over ancestors', async () => {
    expect(
      await count(`regions where ancestor_ids @> array['${SUZHOU}']::uuid[] and is_current`),
    ).toBe(129);
    const client = await database.pool.connect();
    try {
      await client.query('set enable_seqscan = off');
      const plan = await client.query<{ 'QUERY PLAN': string }>(
        `explain select id from regions where ancestor_ids @> array['${PARK}']::uuid[]`,
      );
      expect(plan.rows.map((line) => line['QUERY PLAN']).join()).toContain(
        'ix_regions_ancestor_ids',
      );
    } finally {
      client.release(true);
    }
  });

  it('refuses a second holder of a code in force', async () => {
    await expect(
      database.pool.query(
        `insert into region_codes (code, region_id, scheme, name) values ('320506', $1, 'gbt2260', '另一处')`,
        [PARK],
      ),
    ).rejects.toMatchObject({ constraint: 'uq_region_codes_code_in_force' });
  });
});
