import { flag, textOrNull, type TableRow } from './code-table.js';
import { spell } from './pinyin.js';
import type { SeedFiles } from './seed-files.js';
import { stableId } from './stable-id.js';

const MAJORS = [
  'code',
  'name',
  'level',
  'categoryCode',
  'categoryName',
  'classCode',
  'className',
  'nationallyControlled',
] as const;
const COLLEGES = [
  'code',
  'name',
  'provinceCode',
  'cityCode',
  'locatedIn',
  'authority',
  'level',
  'remark',
  'inChsi2020',
] as const;
const EDUCATION = ['code', 'name', 'bandCode', 'band', 'outcome', 'platformRank'] as const;
const SKILLS = ['order', 'id', 'name', 'englishName', 'fiveGradeName', 'fiveGradeNumber'] as const;

const MAJOR_LEVELS: Readonly<Record<string, string>> = {
  'secondary-vocational': 'secondary',
  'higher-vocational-associate': 'associate',
  'higher-vocational-bachelor': 'bachelor',
};

export async function majorRows(files: SeedFiles): Promise<TableRow[]> {
  const rows = await files.rows('majors-vocational-2021.csv', MAJORS);
  return rows.map((row, sort) => ({
    code: row.code,
    name: row.name,
    level: MAJOR_LEVELS[row.level] ?? row.level,
    category_code: row.categoryCode,
    category_name: row.categoryName,
    class_code: row.classCode,
    class_name: row.className,
    is_nationally_controlled: flag(row.nationallyControlled),
    ...spell(row.name),
    sort,
    is_current: true,
  }));
}

export async function collegeRows(files: SeedFiles, edition: string): Promise<TableRow[]> {
  const rows = await files.rows('colleges-moe-2017.csv', COLLEGES);
  return rows.map((row, sort) => ({
    id: stableId(`college:${row.code}`),
    code: row.code,
    name: row.name,
    province_id: stableId(`region:${row.provinceCode}`),
    city_id: stableId(`region:${row.cityCode}`),
    level: row.level,
    authority: row.authority,
    remark: textOrNull(row.remark),
    edition,
    ...spell(row.name),
    sort,
    is_current: true,
  }));
}

export async function educationLevelRows(files: SeedFiles): Promise<TableRow[]> {
  const rows = await files.rows('education-levels-gbt4658-2006.csv', EDUCATION);
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    band_code: row.bandCode,
    band: row.band.replaceAll('-', '_'),
    outcome: row.outcome.replaceAll('-', '_'),
    rank: Number(row.platformRank) * 10,
    ...spell(row.name),
    is_current: true,
  }));
}

export async function skillLevelRows(files: SeedFiles): Promise<TableRow[]> {
  const rows = await files.rows('skill-levels-2022.csv', SKILLS);
  return rows.map((row) => ({
    code: row.id,
    rank: Number(row.order),
    name: row.name,
    english_name: row.englishName,
    five_grade_name: textOrNull(row.fiveGradeName),
    five_grade_number: row.fiveGradeNumber === '' ? null : Number(row.fiveGradeNumber),
    ...spell(row.name),
    is_current: true,
  }));
}
