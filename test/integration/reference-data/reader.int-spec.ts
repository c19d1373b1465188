import { Clock } from '../../../src/core/clock/index.js';
import { countStatements, type UnitOfWork } from '../../../src/core/database/index.js';
import { ReferenceReader, withinRegion } from '../../../src/modules/reference-data/index.js';
import { ReferenceDataSeeder } from '../../../src/modules/reference-data/loader/reference-data.seeder.js';
import { ReferenceCache } from '../../../src/modules/reference-data/tables/reference-cache.js';
import { ReferenceRepository } from '../../../src/modules/reference-data/tables/reference.repository.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';

const PARK = '24b3f57c-5ecd-58ce-8c9b-7c915b6dfc15';
const WUZHONG = '029ed4fd-eb2c-59d1-a101-766e48eaaf41';
const PEKING_UNIVERSITY = '4111010001';

let database: TestDatabase;
let uow: UnitOfWork;
let close: () => Promise<void>;
let cache: ReferenceCache;
let reader: ReferenceReader;

beforeAll(async () => {
  database = await createTestDatabase();
  const unit = createUnitOfWork(database.url);
  uow = unit.uow;
  close = () => unit.close();
  cache = new ReferenceCache(new ReferenceRepository(uow));
  reader = new ReferenceReader(cache);
});

afterAll(async () => {
  await close();
  await database.drop();
});

describe('regions by code', () => {
  it('have the same regions above them in memory as in the database', async () => {
    const { regions } = await reader.tables();
    const rows = await uow.sql.selectFrom('regions').select(['id', 'ancestor_ids']).execute();
    const inMemory = rows.map(({ id }) => regions.tree.path(id).map((region) => region.id));
    expect(inMemory).toEqual(rows.map((row) => row.ancestor_ids));
  });

  it('gives the region of a code in force', async () => {
    expect(await reader.requireRegion('320506', 'regionCode')).toMatchObject({
      id: WUZHONG,
      code: '320506',
      name: '吴中区',
      fullName: '江苏省苏州市吴中区',
      pinyin: 'wu zhong qu',
      level: 'COUNTY',
      kind: 'ADMINISTRATIVE',
      formerCodes: [],
    });
  });

  it('gives the industrial park one identity under both of its codes', async () => {
    const [earlier, later] = await reader.requireRegions(['320571', '320576'], 'regionCodes');
    expect(earlier).toBe(later);
    expect(later).toMatchObject({ id: PARK, code: '320576', formerCodes: ['320571'] });
  });

  it.each([
    ['320584', '320509', '苏州市吴江区'],
    ['320502', '320508', '苏州市姑苏区'],
    ['320504', '320508', '苏州市姑苏区'],
  ])('leads from the ended code %s to the region of %s', async (ended, code, name) => {
    const region = await reader.requireRegion(ended, 'regionCode');
    expect([region.code, region.fullName]).toEqual([code, `江苏省${name}`]);
  });

  it('still shows a dissolved district that a record may name', async () => {
    const dissolved = await database.pool.query<{ id: string }>(
      `select id from regions where key = '320502'`,
    );
    expect(await reader.findRegion(dissolved.rows[0]?.id ?? '')).toMatchObject({
      code: '320502',
      name: '沧浪区',
      isCurrent: false,
    });
  });

  it('knows what lies within what', async () => {
    const { id: suzhou } = await reader.requireRegion('320500', 'regionCode');
    const { id: street } = await reader.requireRegion('320576050', 'regionCode');
    const path = await reader.regionPath(street);
    expect(path.map((region) => region.name)).toEqual([
      '江苏省',
      '苏州市',
      '苏州工业园区',
      '娄葑街道',
    ]);
    expect(await reader.isRegionWithin(street, suzhou)).toBe(true);
    expect(await reader.isRegionWithin(suzhou, street)).toBe(false);
    expect((await reader.regionIdsWithin(PARK)).length).toBe(6);
  });

  it('agrees with the condition that SQL uses for the same question', async () => {
    const { id: suzhou } = await reader.requireRegion('320500', 'regionCode');
    const rows = await uow.sql
      .selectFrom('regions')
      .select('id')
      .where(withinRegion('regions.id', suzhou))
      .execute();
    expect(rows.map((row) => row.id).sort()).toEqual(
      [...(await reader.regionIdsWithin(suzhou))].sort(),
    );
  });

  it('offers districts of a municipality and counties under the province, never a placeholder', async () => {
    const { regions } = await reader.tables();
    const offered = async (code: string): Promise<string[]> =>
      regions.offered((await reader.requireRegion(code, 'code')).id).map((region) => region.name);
    expect((await offered('110000')).slice(0, 2)).toEqual(['东城区', '西城区']);
    expect(await offered('110000')).toHaveLength(16);
    expect(await offered('500000')).toHaveLength(38);
    expect(await offered('410000')).toContain('济源市');
    expect(regions.search('市辖区', 50)).toEqual([]);
    const most = Math.max(...regions.rows.map((region) => regions.offered(region.id).length));
    expect(most).toBe(38);
  });
});

describe('unknown codes', () => {
  it.each<[string, (reader: ReferenceReader) => Promise<unknown>]>([
    ['REFERENCE_UNKNOWN_REGION', (r) => r.requireRegion('999999', 'code')],
    ['REFERENCE_UNKNOWN_OCCUPATION', (r) => r.requireOccupation('9-99', 'code')],
    ['REFERENCE_UNKNOWN_OCCUPATION', (r) => r.requireOccupation('', 'code')],
    ['REFERENCE_UNKNOWN_INDUSTRY', (r) => r.requireIndustry('Z', 'code')],
    ['REFERENCE_UNKNOWN_MAJOR', (r) => r.requireMajor('4603', 'code')],
    ['REFERENCE_UNKNOWN_COLLEGE', (r) => r.requireCollege('4111010000', 'code')],
    ['REFERENCE_UNKNOWN_EDUCATION_LEVEL', (r) => r.requireEducationLevel('99', 'code')],
    ['REFERENCE_UNKNOWN_SKILL_LEVEL', (r) => r.requireSkillLevel('master', 'code')],
  ])('are refused with %s, naming the field', async (code, lookup) => {
    await expect(lookup(reader)).rejects.toMatchObject({
      code,
      category: 'invalid',
      field: ['code'],
    });
  });

  it('are refused in a list with the place of the wrong one', async () => {
    await expect(
      reader.requireOccupations(['1', '1-01', '8-99'], ['filter', 'occupationCodes']),
    ).rejects.toMatchObject({ field: ['filter', 'occupationCodes', '2'] });
  });
});

describe('the other tables', () => {
  it('gives occupations with their groups and everyday titles', async () => {
    const path = await reader.occupationPath('4-07-02-03');
    expect(path.map((row) => row.level)).toEqual(['MAJOR', 'SUB_MAJOR', 'MINOR', 'UNIT']);
    expect((await reader.requireOccupation('4-07-02-03', 'code')).aliases).toHaveLength(38);
    expect(await reader.isOccupationWithin('4-07-02-03', '4-07')).toBe(true);
    expect(await reader.isOccupationWithin('4-07-02-03', '4-0')).toBe(false);
  });

  it('gives industries with their section', async () => {
    expect((await reader.industryPath('0111')).map((row) => row.code)).toEqual([
      'A',
      '01',
      '011',
      '0111',
    ]);
    expect(await reader.isIndustryWithin('0111', 'A')).toBe(true);
  });

  it('gives majors, also one under state control, and the catalogue by level', async () => {
    expect(await reader.requireMajor('460301', 'code')).toMatchObject({
      name: '机电一体化技术',
      level: 'ASSOCIATE',
      className: '自动化类',
    });
    expect(await reader.requireMajor('520101K', 'code')).toMatchObject({
      isNationallyControlled: true,
    });
    const { majorCatalogue } = await reader.tables();
    expect(majorCatalogue.categories('ASSOCIATE')).toHaveLength(19);
    expect(majorCatalogue.categories('ASSOCIATE').flatMap((c) => c.classes)).toHaveLength(97);
    expect(majorCatalogue.requireClass('5501', 'classCode')).toHaveLength(27);
  });

  it('gives a college by the ministry’s code and by our id', async () => {
    const byCode = await reader.requireCollege(PEKING_UNIVERSITY, 'code');
    expect(byCode).toMatchObject({ name: '北京大学', level: 'BACHELOR' });
    expect(await reader.requireCollege(byCode.id, 'code')).toBe(byCode);
    expect((await reader.findRegion(byCode.cityId))?.displayName).toBe('北京市');
  });

  it('ranks education in whole numbers and skills from the lowest up', async () => {
    expect(await reader.requireEducationLevel('11', 'code')).toMatchObject({ rank: 75 });
    expect(await reader.requireEducationLevel('31', 'code')).toMatchObject({
      band: 'ASSOCIATE',
      outcome: 'GRADUATED',
      rank: 50,
    });
    const { skillLevels } = await reader.tables();
    expect(skillLevels.rows.map((level) => level.rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await reader.requireSkillLevel('advanced', 'code')).toMatchObject({
      name: '高级工',
      fiveGradeNumber: 3,
    });
  });
});

describe('the memory of the process', () => {
  it('answers without a statement', async () => {
    await reader.tables();
    const { statements } = await countStatements(async () => {
      await reader.requireRegion('320506', 'code');
      await reader.findCollege(PEKING_UNIVERSITY);
      (await reader.tables()).occupations.search('焊工', 20);
    });
    expect(statements).toEqual([]);
  });

  it('takes over an edition that another process loaded, and keeps the tables otherwise', async () => {
    const before = await reader.tables();
    await cache.refresh();
    expect(await reader.tables()).toBe(before);
    await database.pool.query(`
      update code_table_editions set checksum = 'next' where name = 'industries';
      update industries set is_current = false where code = '0111'`);
    await cache.refresh();
    await expect(reader.requireIndustry('0111', 'code')).rejects.toMatchObject({
      code: 'REFERENCE_UNKNOWN_INDUSTRY',
    });
    expect(await reader.findIndustry('0111')).toMatchObject({ name: '稻谷种植', isCurrent: false });
  });

  it('is put right again by the seeder, which then has nothing left to do', async () => {
    const seeder = new ReferenceDataSeeder(uow, new Clock(), cache);
    const said: string[] = [];
    expect(await seeder.needed()).toBe(true);
    await seeder.run((text) => said.push(text));
    expect(said).toEqual(['industries']);
    expect(await seeder.needed()).toBe(false);
    expect(await reader.requireIndustry('0111', 'code')).toMatchObject({ isCurrent: true });
  });

  it('says that nothing is loaded instead of calling every code unknown, and recovers', async () => {
    await database.pool.query('update code_table_editions set name = name || $1', ['-away']);
    await database.pool.query('create table kept as select * from code_table_editions');
    await database.pool.query('delete from code_table_editions');
    const fresh = new ReferenceReader(new ReferenceCache(new ReferenceRepository(uow)));
    await expect(fresh.requireRegion('320506', 'code')).rejects.toMatchObject({
      code: 'REFERENCE_NOT_LOADED',
      category: 'dependency',
    });
    await database.pool.query('insert into code_table_editions select * from kept');
    expect(await fresh.requireRegion('320506', 'code')).toMatchObject({ id: WUZHONG });
  });
});
