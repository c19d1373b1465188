import type { ListScenario } from './scenario.js';

/** A list of a code table as it is, for an entry with few or with many others below it. */
function fixed(field: string, query: string, few: object = {}, many: object = {}): ListScenario {
  return {
    field,
    query,
    prepare: async (_app, rows) => ({ variables: rows === 1 ? few : many, expected: null }),
  };
}

/** A list that is asked for as many entries as it shall have. */
function sized(field: string, query: string, variables: object = {}): ListScenario {
  return {
    field,
    query,
    prepare: async (_app, rows) => ({ variables: { ...variables, first: rows } }),
  };
}

/** Type-ahead: as many as match, up to what is asked for. */
const typed = (field: string, selection: string, text: string): ListScenario => ({
  field,
  query: `query($text: String!, $first: Int!) { ${field}(text: $text, first: $first) { ${selection} } }`,
  prepare: async (_app, rows) => ({ variables: { text, first: rows }, expected: null }),
});
const below = (field: string, selection: string, few: object, many: object): ListScenario =>
  fixed(
    field,
    `query($parentCode: String) { ${field}(parentCode: $parentCode) { ${selection} } }`,
    few,
    many,
  );

export const scenarios: ListScenario[] = [
  fixed('codeTableEditions', '{ codeTableEditions { name edition rowCount } }'),
  fixed('educationLevels', '{ educationLevels { code name band outcome rank } }'),
  fixed('skillLevels', '{ skillLevels { code name rank } }'),
  below(
    'industries',
    'code name hasChildren ancestors { code name }',
    { parentCode: 'B' },
    { parentCode: 'C' },
  ),
  below(
    'occupations',
    'code name hasChildren ancestors { code name }',
    { parentCode: '1' },
    { parentCode: '6' },
  ),
  fixed(
    'regions',
    'query($parentCode: RegionCode) { regions(parentCode: $parentCode) { code name hasChildren ancestors { code name } } }',
    { parentCode: '460000' },
    { parentCode: '510000' },
  ),
  fixed(
    'majorCategories',
    'query($level: MajorLevel!) { majorCategories(level: $level) { code name classes { code name } } }',
    { level: 'SECONDARY' },
    { level: 'ASSOCIATE' },
  ),
  fixed(
    'majors',
    'query($classCode: String!) { majors(classCode: $classCode) { code name } }',
    { classCode: '4103' },
    { classCode: '4101' },
  ),
  sized(
    'colleges',
    'query($first: Int!) { colleges(first: $first) { nodes { name city { name } province { name } } totalCount } }',
  ),
  typed('searchColleges', 'name city { name }', '大学'),
  typed('searchEducationLevels', 'code name', '毕业'),
  typed('searchIndustries', 'code name ancestors { name }', '制造'),
  typed('searchMajors', 'code name', '技术'),
  typed('searchOccupations', 'code name ancestors { name }', '工'),
  typed('searchRegions', 'code name ancestors { name }', '州'),
  typed('searchSkillLevels', 'code name', '技师'),
];
