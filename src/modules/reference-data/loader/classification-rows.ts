import { ancestorPaths, flag, type TableRow } from './code-table.js';
import { spell } from './pinyin.js';
import type { SeedFiles } from './seed-files.js';

const OCCUPATIONS = [
  'code',
  'name',
  'level',
  'parentCode',
  'green',
  'digital',
  'nameCheck',
] as const;
const ALIASES = ['code', 'alias'] as const;
const INDUSTRIES = ['code', 'name', 'level', 'parentCode', 'section'] as const;

const OCCUPATION_LEVELS = ['major', 'sub-major', 'minor', 'unit'];
const INDUSTRY_LEVELS = ['section', 'division', 'group', 'class'];

export async function occupationRows(files: SeedFiles): Promise<TableRow[]> {
  const rows = await files.rows('occupations-2022.csv', OCCUPATIONS);
  const paths = ancestorPaths(rows);
  return rows.map((row, sort) => ({
    code: row.code,
    parent_code: row.parentCode === '' ? null : row.parentCode,
    ancestor_codes: paths.get(row.code),
    level: OCCUPATION_LEVELS.indexOf(row.level) + 1,
    name: row.name,
    is_green: flag(row.green),
    is_digital: flag(row.digital),
    ...spell(row.name),
    sort,
    is_current: true,
  }));
}

export async function occupationAliasRows(files: SeedFiles): Promise<TableRow[]> {
  const rows = await files.rows('occupation-aliases.csv', ALIASES);
  return rows.map((row) => ({
    occupation_code: row.code,
    alias: row.alias,
    ...spell(row.alias),
    is_current: true,
  }));
}

export async function industryRows(files: SeedFiles): Promise<TableRow[]> {
  const rows = await files.rows('industries-gbt4754-2017.csv', INDUSTRIES);
  const paths = ancestorPaths(rows);
  return rows.map((row, sort) => ({
    code: row.code,
    parent_code: row.parentCode === '' ? null : row.parentCode,
    ancestor_codes: paths.get(row.code),
    level: INDUSTRY_LEVELS.indexOf(row.level) + 1,
    section_code: row.section,
    name: row.name,
    ...spell(row.name),
    sort,
    is_current: true,
  }));
}
