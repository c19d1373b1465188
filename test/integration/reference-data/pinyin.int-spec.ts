import { ReferenceReader } from '../../../src/modules/reference-data/index.js';
import { ReferenceCache } from '../../../src/modules/reference-data/tables/reference-cache.js';
import { ReferenceRepository } from '../../../src/modules/reference-data/tables/reference.repository.js';
import type { ReferenceTables } from '../../../src/modules/reference-data/tables/reference-tables.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';

let database: TestDatabase;
let close: () => Promise<void>;
let tables: ReferenceTables;

beforeAll(async () => {
  database = await createTestDatabase();
  const unit = createUnitOfWork(database.url);
  close = () => unit.close();
  tables = await new ReferenceReader(
    new ReferenceCache(new ReferenceRepository(unit.uow)),
  ).tables();
});

afterAll(async () => {
  await close();
  await database.drop();
});

const regionNames = (text: string, first = 50): string[] =>
  tables.regions.search(text, first).map((region) => region.name);

describe('pinyin of regions', () => {
  it.each([
    ['xushuguan', '浒墅关经开区（镇）'],
    ['taizhou', '台州市'],
    ['yueqing', '乐清市'],
    ['laoting', '乐亭县'],
    ['laoling', '乐陵市'],
    ['shexian', '歙县'],
    ['shanxian', '单县'],
    ['dabu', '大埔县'],
    ['hongtong', '洪洞县'],
    ['changshou', '长寿区'],
    ['guoyang', '涡阳县'],
    ['xunxian', '浚县'],
    ['biyang', '泌阳县'],
    ['luhe', '六合区'],
    ['luan', '六安市'],
    ['huangpi', '黄陂区'],
    ['junlian', '筠连县'],
    ['shifang', '什邡市'],
    ['kashi', '喀什地区'],
    ['fanshi', '繁峙县'],
    ['yuxian', '蔚县'],
    ['wubu', '吴堡县'],
    ['tanchang', '宕昌县'],
    ['mouding', '牟定县'],
    ['yuli', '尉犁县'],
    ['hunchun', '珲春市'],
    ['muling', '穆棱市'],
    ['shaoling', '召陵区'],
    ['zengdu', '曾都区'],
    ['xindu', '新都区'],
    ['duyun', '都匀市'],
    ['jiangdu', '江都区'],
    ['bengshan', '蚌山区'],
    ['xiamen', '厦门市'],
    ['zhangzi', '长子县'],
    ['daicheng', '大城县'],
    ['donge', '东阿县'],
    ['yanshan', '铅山县'],
    ['chongqing', '重庆市'],
    ['luzhi', '甪直镇'],
    ['mudu', '木渎镇'],
    ['lveyang', '略阳县'],
    ['lueyang', '略阳县'],
  ])('finds by %s: %s', (typed, name) => {
    expect(regionNames(typed)).toContain(name);
  });

  it.each([
    ['hushuguan', '浒墅关经开区（镇）'],
    ['danxian', '单县'],
    ['leqing', '乐清市'],
    ['liuhe', '六合区'],
    ['xindou', '新都区'],
  ])('does not find by the wrong reading %s: %s', (typed, name) => {
    expect(regionNames(typed)).not.toContain(name);
  });
});

describe('type-ahead over the real tables', () => {
  it.each([
    ['szgyyq', '苏州工业园区'],
    ['sip', '四平市'],
    ['320571', '苏州工业园区'],
    ['蘇州工業園區', '苏州工业园区'],
    ['吴江市', '吴江区'],
    ['沧浪区', '姑苏区'],
    ['乾县', '乾县'],
    ['江苏省苏州市吴中区', '吴中区'],
  ])('puts the region for %s first: %s', (typed, name) => {
    expect(regionNames(typed, 1)[0]).toBe(name);
  });

  it('ranks shorter names first and keeps the order of the list among equals', () => {
    expect(regionNames('suzhou', 5).slice(0, 3)).toEqual(['苏州市', '宿州市', '肃州区']);
  });

  it('finds occupations by everyday title, name and initials', () => {
    const found = (text: string): string[] =>
      tables.occupations.search(text, 5).map((row) => row.name);
    expect(found('焊工')[0]).toBe('焊工');
    expect(found('hangong')[0]).toBe('焊工');
    expect(found('dianzhang')[0]).toBe(found('店长')[0]);
    expect(found('联合创始人')).toEqual([tables.occupations.find('1-06-01-01')?.name]);
    expect(found('軟體')[0]).toContain('软件');
    expect(tables.occupations.search('6-18', 1)[0]?.code).toBe('6-18');
  });

  it('finds majors, industries, colleges and levels', () => {
    expect(tables.majors.search('jdyth', 1)[0]?.name).toBe('机电一体化技术');
    expect(tables.majors.search('520101k', 1)[0]?.name).toBe('临床医学');
    expect(tables.industries.search('C', 1)[0]?.name).toBe('制造业');
    expect(tables.colleges.search('szzydx', 1)[0]?.name).toBe('苏州职业大学');
    expect(tables.colleges.search('苏州大学', 1)[0]?.name).toBe('苏州大学');
    expect(tables.colleges.search('szwszyjsxy', 1)[0]?.name).toBe('苏州卫生职业技术学院');
    expect(tables.colleges.search('dazhuan', 5)).toEqual([]);
    expect(tables.educationLevels.search('dxzk', 1)[0]?.code).toBe('30');
    expect(tables.skillLevels.search('gaojigong', 1)[0]?.code).toBe('advanced');
    expect(tables.skillLevels.search('三级', 1)[0]?.code).toBe('advanced');
    expect(tables.skillLevels.search('chief', 1)[0]?.code).toBe('chief-technician');
  });

  it('answers within a few milliseconds', () => {
    const started = process.cpuUsage();
    for (let n = 0; n < 50; n++) tables.regions.search(n % 2 ? 'shi' : '市', 20);
    expect(process.cpuUsage(started).user / 1000 / 50).toBeLessThan(20);
  });
});
