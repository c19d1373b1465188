import { ReferenceDataModule } from '../../src/modules/reference-data/index.js';
import { COLLEGE, REGION, collegeId, regionId } from '../factories/reference-data.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp({ modules: [ReferenceDataModule] });
});

afterAll(async () => {
  await app.close();
});

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const answer = await app.gql<T>(query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
}

async function refusal(
  query: string,
  variables: object = {},
): Promise<{ status: number; code?: string; reason?: string; field?: readonly string[] }> {
  const { status, errors } = await app.gql(query, variables);
  const { code, reason, field } = errors?.[0]?.extensions ?? {};
  return {
    status,
    ...(code && { code }),
    ...(reason && { reason }),
    ...(field && { field }),
  };
}

interface Named {
  readonly code: string;
  readonly name: string;
}

describe('regions', () => {
  it('shows the tree one level at a time, to anyone', async () => {
    const { provinces, suzhou, beijing } = await ask<Record<string, Named[]>>(`{
      provinces: regions { code name }
      suzhou: regions(parentCode: "320500") { code name }
      beijing: regions(parentCode: "110000") { code name }
    }`);
    expect(provinces).toHaveLength(31);
    expect(suzhou?.map((region) => region.name)).toEqual([
      '虎丘区',
      '吴中区',
      '相城区',
      '姑苏区',
      '吴江区',
      '苏州工业园区',
      '常熟市',
      '张家港市',
      '昆山市',
      '太仓市',
    ]);
    expect(beijing?.[0]).toEqual({ code: '110101', name: '东城区' });
  });

  it('gives a region with what is above it, and one identity under any of its codes', async () => {
    const data = await ask<Record<string, unknown>>(
      `query ($now: RegionCode!, $then: RegionCode!) {
        now: region(code: $now) { id code fullName level kind formerCodes hasChildren ancestors { name } }
        then: region(code: $then) { id code }
      }`,
      { now: REGION.industrialPark, then: REGION.industrialParkFormerly },
    );
    const id = regionId(REGION.industrialPark);
    expect(data).toEqual({
      now: {
        id,
        code: '320576',
        fullName: '江苏省苏州市苏州工业园区',
        level: 'COUNTY',
        kind: 'STATISTICAL_ZONE',
        formerCodes: ['320571'],
        hasChildren: true,
        ancestors: [{ name: '江苏省' }, { name: '苏州市' }],
      },
      then: { id, code: '320576' },
    });
  });

  it('suggests regions by name, pinyin, initials and traditional characters', async () => {
    const data = await ask<Record<string, Named[]>>(`{
      name: searchRegions(text: "吴中", first: 1) { name }
      pinyin: searchRegions(text: "xushuguan", first: 1) { name }
      initials: searchRegions(text: "szgyyq", first: 1) { name }
      traditional: searchRegions(text: "蘇州工業園區", first: 1) { name }
      nothing: searchRegions(text: "巴黎") { name }
    }`);
    expect(data).toEqual({
      name: [{ name: '吴中区' }],
      pinyin: [{ name: '浒墅关经开区（镇）' }],
      initials: [{ name: '苏州工业园区' }],
      traditional: [{ name: '苏州工业园区' }],
      nothing: [],
    });
  });
});

describe('the other code tables', () => {
  it('shows occupations, industries and majors as trees', async () => {
    const data = await ask<Record<string, { code: string }[]>>(`{
      occupations { code level hasChildren }
      below: occupations(parentCode: "6-18") { code }
      industries { code }
      groups: industries(parentCode: "39") { code }
      majorCategories(level: ASSOCIATE) { code name classes { code name } }
      majors(classCode: "4603") { code name level }
    }`);
    expect(data['occupations']).toHaveLength(8);
    expect(data['occupations']?.[0]).toEqual({ code: '1', level: 'MAJOR', hasChildren: true });
    expect(data['below']?.every(({ code }) => /^6-18-\d\d$/.test(code))).toBe(true);
    expect(data['industries']).toHaveLength(20);
    expect(data['groups']?.every(({ code }) => /^39\d$/.test(code))).toBe(true);
    expect(data['majorCategories']).toHaveLength(19);
    expect(data['majors']).toContainEqual({
      code: '460301',
      name: '机电一体化技术',
      level: 'ASSOCIATE',
    });
  });

  it('looks single entries up by code', async () => {
    const data = await ask(`{
      occupation(code: "4-07-02-03") { name level aliases ancestors { code } }
      industry(code: "0111") { name sectionCode ancestors { code } }
      major(code: "520101K") { name isNationallyControlled categoryName className }
      college(code: "${COLLEGE.suzhouHealth}") { id name level city { displayName } province { name } }
      educationLevel(code: "31") { name band outcome rank }
      skillLevel(code: "technician") { rank name englishName fiveGradeName fiveGradeNumber }
    }`);
    expect(data).toMatchObject({
      occupation: {
        level: 'UNIT',
        ancestors: [{ code: '4' }, { code: '4-07' }, { code: '4-07-02' }],
      },
      industry: {
        name: '稻谷种植',
        sectionCode: 'A',
        ancestors: [{ code: 'A' }, { code: '01' }, { code: '011' }],
      },
      major: {
        name: '临床医学',
        isNationallyControlled: true,
        categoryName: '医药卫生大类',
        className: '临床医学类',
      },
      college: {
        id: collegeId(COLLEGE.suzhouHealth),
        name: '苏州卫生职业技术学院',
        level: 'ASSOCIATE',
        city: { displayName: '苏州市' },
        province: { name: '江苏省' },
      },
      educationLevel: { name: '大学专科毕业', band: 'ASSOCIATE', outcome: 'GRADUATED', rank: 50 },
      skillLevel: {
        rank: 5,
        name: '技师',
        englishName: 'Technician',
        fiveGradeName: '二级',
        fiveGradeNumber: 2,
      },
    });
  });

  it('suggests entries of every table', async () => {
    const data = await ask<Record<string, Named[]>>(`{
      searchOccupations(text: "hangong", first: 1) { name }
      searchIndustries(text: "稻谷", first: 1) { name }
      searchMajors(text: "机电一体化", first: 1, level: ASSOCIATE) { name }
      searchColleges(text: "szwszyjsxy", first: 1, regionCode: "320500", level: ASSOCIATE) { name }
      elsewhere: searchColleges(text: "苏州卫生", regionCode: "110000") { name }
      searchEducationLevels(text: "dxzk", first: 1) { name }
      searchSkillLevels(text: "advanced", first: 1) { name }
    }`);
    expect(data).toEqual({
      searchOccupations: [{ name: '焊工' }],
      searchIndustries: [{ name: '稻谷种植' }],
      searchMajors: [{ name: '机电一体化技术' }],
      searchColleges: [{ name: '苏州卫生职业技术学院' }],
      elsewhere: [],
      searchEducationLevels: [{ name: '大学专科教育' }],
      searchSkillLevels: [{ name: '高级工' }],
    });
  });

  it('lists both ladders whole and says which editions are in use', async () => {
    const data = await ask<Record<string, unknown[]>>(`{
      educationLevels { code }
      skillLevels { code }
      codeTableEditions { name edition rowCount }
    }`);
    expect(data['educationLevels']).toHaveLength(40);
    expect(data['skillLevels']?.[0]).toEqual({ code: 'apprentice' });
    expect(data['codeTableEditions']).toContainEqual({
      name: 'majors',
      edition: '2021',
      rowCount: 1349,
    });
    expect(data['codeTableEditions']).toHaveLength(9);
  });

  it('pages through the colleges of a region without losing or repeating one', async () => {
    interface Page {
      readonly colleges: {
        readonly nodes: readonly Named[];
        readonly totalCount: number;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { colleges }: Page = await ask<Page>(
        `query ($after: String) {
          colleges(regionCode: "320500", first: 10, after: $after) {
            nodes { code name } totalCount pageInfo { hasNextPage endCursor }
          }
        }`,
        { after },
      );
      expect(colleges.totalCount).toBe(26);
      seen.push(...colleges.nodes.map((college) => college.code));
      after = colleges.pageInfo.hasNextPage ? colleges.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(26);
    expect(seen).toHaveLength(26);
  });
});

describe('wrong input', () => {
  it.each([
    ['region(code: "999999") { id }', 'REFERENCE_UNKNOWN_REGION', 'code'],
    ['regions(parentCode: "999999") { id }', 'REFERENCE_UNKNOWN_REGION', 'parentCode'],
    ['occupation(code: "9-99") { code }', 'REFERENCE_UNKNOWN_OCCUPATION', 'code'],
    ['occupations(parentCode: "") { code }', 'REFERENCE_UNKNOWN_OCCUPATION', 'parentCode'],
    ['industry(code: "Z") { code }', 'REFERENCE_UNKNOWN_INDUSTRY', 'code'],
    ['industries(parentCode: "Z") { code }', 'REFERENCE_UNKNOWN_INDUSTRY', 'parentCode'],
    ['major(code: "999999") { code }', 'REFERENCE_UNKNOWN_MAJOR', 'code'],
    ['majors(classCode: "9999") { code }', 'REFERENCE_UNKNOWN_MAJOR_CLASS', 'classCode'],
    ['college(code: "1") { id }', 'REFERENCE_UNKNOWN_COLLEGE', 'code'],
    ['colleges(regionCode: "999999") { nodes { id } }', 'REFERENCE_UNKNOWN_REGION', 'regionCode'],
    [
      'searchColleges(text: "a", regionCode: "999999") { id }',
      'REFERENCE_UNKNOWN_REGION',
      'regionCode',
    ],
    ['educationLevel(code: "99") { code }', 'REFERENCE_UNKNOWN_EDUCATION_LEVEL', 'code'],
    ['skillLevel(code: "master") { code }', 'REFERENCE_UNKNOWN_SKILL_LEVEL', 'code'],
    ['searchRegions(text: "") { id }', 'INPUT_REQUIRED', 'text'],
    ['searchRegions(text: "  ") { id }', 'INPUT_REQUIRED', 'text'],
    [`searchRegions(text: "${'苏'.repeat(51)}") { id }`, 'INPUT_TOO_LONG', 'text'],
    ['searchRegions(text: "a\\u0007") { id }', 'INPUT_CONTROL_CHARACTERS', 'text'],
    ['searchMajors(text: "a", first: 0) { code }', 'INPUT_OUT_OF_RANGE', 'first'],
    ['searchMajors(text: "a", first: 51) { code }', 'INPUT_OUT_OF_RANGE', 'first'],
    ['colleges(first: 101) { nodes { id } }', 'INPUT_OUT_OF_RANGE', 'first'],
    ['colleges(after: "nonsense") { nodes { id } }', 'PAGE_CURSOR_MALFORMED', 'after'],
  ])('refuses %s with %s', async (selection, reason, field) => {
    expect(await refusal(`{ ${selection} }`)).toEqual({
      status: 200,
      code: 'BAD_USER_INPUT',
      reason,
      field: [field],
    });
  });

  it.each(['"3205"', '"吴中区"', '320506', '"320506000000"'])(
    'refuses %s, which has not the shape of a region code, before anything runs',
    async (code) => {
      expect(await refusal(`{ region(code: ${code}) { id } }`)).toMatchObject({
        status: 400,
        code: 'BAD_USER_INPUT',
      });
    },
  );

  it('says in the reader’s language what is unknown', async () => {
    const query = '{ region(code: "999999") { id } }';
    const zh = await app.gql(query, {}, { locale: 'zh-CN' });
    const en = await app.gql(query, {}, { locale: 'en' });
    expect([zh.errors?.[0]?.message, en.errors?.[0]?.message]).toEqual([
      '行政区划代码不存在',
      'There is no region with this code',
    ]);
  });
});

it('asks the database nothing for trees, lookups and suggestions, however many', async () => {
  const statements = await app.statements(() =>
    ask(`{
      regions(parentCode: "320500") { code hasChildren ancestors { code hasChildren } }
      searchOccupations(text: "工", first: 50) { code hasChildren ancestors { code } }
      searchColleges(text: "苏州", first: 50) { city { name } province { name } }
    }`),
  );
  expect(statements).toEqual([]);
});
