import type { EngagementType, PayPeriod } from '../../../generated/prisma/enums.js';
import { parseEducation } from '../../reference-data/index.js';
import type { TemplateColumn } from './posting-template.js';

/** A value that was not understood, or not allowed, and so its row was not taken. */
export interface TemplateIssue {
  readonly field: string;
  readonly reason: string;
}

/** A row in the shape of the input of `createJobPosting`; what that input checks is not checked here. */
export interface TemplatePosting {
  readonly title: string;
  readonly headcount: number | null;
  readonly engagementType: EngagementType | null;
  readonly duties: string;
  readonly conditions: string;
  readonly workConditions: string;
  readonly address: string;
  readonly pay: {
    readonly min: { readonly amount: string; readonly currency: 'CNY' };
    readonly max: { readonly amount: string; readonly currency: 'CNY' } | null;
    readonly period: PayPeriod;
    readonly months: number | null;
  } | null;
  readonly benefits: readonly string[];
  readonly educationLevelCode: string | null;
  readonly experienceYearsMin: number | null;
  readonly occupationCode: string | null;
  readonly validThrough: string | null;
  readonly startsOn: string | null;
  readonly requirements: readonly { readonly kind: 'SKILL'; readonly value: string }[];
}

const ENGAGEMENTS: ReadonlyMap<string, EngagementType> = words({
  全日制: 'FULL_TIME',
  全职: 'FULL_TIME',
  fulltime: 'FULL_TIME',
  非全日制: 'PART_TIME',
  兼职: 'PART_TIME',
  parttime: 'PART_TIME',
  劳务派遣: 'LABOUR_DISPATCH',
  派遣: 'LABOUR_DISPATCH',
  labourdispatch: 'LABOUR_DISPATCH',
  实习: 'INTERNSHIP',
  internship: 'INTERNSHIP',
  季节性用工: 'SEASONAL',
  季节工: 'SEASONAL',
  seasonal: 'SEASONAL',
  灵活用工: 'FLEXIBLE',
  flexible: 'FLEXIBLE',
});

const PERIODS: ReadonlyMap<string, PayPeriod> = words({
  月: 'MONTH',
  month: 'MONTH',
  年: 'YEAR',
  year: 'YEAR',
  日: 'DAY',
  天: 'DAY',
  day: 'DAY',
  时: 'HOUR',
  小时: 'HOUR',
  hour: 'HOUR',
  件: 'PIECE',
  计件: 'PIECE',
  piece: 'PIECE',
});

/** Reads one row of the template; everything that is not understood is named at once. */
export function readTemplateRow(cells: Readonly<Record<TemplateColumn, string>>): {
  readonly posting: TemplatePosting;
  readonly issues: readonly TemplateIssue[];
} {
  const issues: TemplateIssue[] = [];
  const malformed = (field: TemplateColumn): null => {
    issues.push({ field, reason: 'INPUT_MALFORMED' });
    return null;
  };
  const whole = (field: TemplateColumn): number | null => {
    const text = plain(cells[field]).replace(/[人年月个]+$/, '');
    if (text === '') return null;
    return /^\d{1,9}$/.test(text) ? Number(text) : malformed(field);
  };
  const word = <T>(field: TemplateColumn, known: ReadonlyMap<string, T>): T | null => {
    const text = plain(cells[field]).replaceAll(/[\s_-]/g, '');
    if (text === '') return null;
    return known.get(text) ?? malformed(field);
  };
  const amount = (field: TemplateColumn) => {
    const text = plain(cells[field]).replaceAll(/[,元¥\s]/g, '');
    if (text === '') return null;
    if (!/^\d{1,15}(\.\d{1,2})?$/.test(text)) return malformed(field);
    return { amount: text, currency: 'CNY' as const };
  };
  const min = amount('payMin');
  const max = amount('payMax');
  const period = word('payPeriod', PERIODS);
  const isPaySaid = cells.payMin !== '' || cells.payMax !== '';
  if (isPaySaid && cells.payMin === '') issues.push({ field: 'payMin', reason: 'INPUT_REQUIRED' });
  const posting: TemplatePosting = {
    title: cells.title,
    headcount: whole('headcount'),
    engagementType: word('engagementType', ENGAGEMENTS),
    duties: cells.duties,
    conditions: cells.conditions,
    workConditions: cells.workConditions,
    address: cells.address,
    pay: min && { min, max, period: period ?? 'MONTH', months: whole('payMonths') },
    benefits: listOf(cells.benefits),
    educationLevelCode: education(cells.education, () => malformed('education')),
    experienceYearsMin: whole('experienceYears'),
    occupationCode: cells.occupationCode === '' ? null : cells.occupationCode,
    validThrough: day(cells.validThrough, () => malformed('validThrough')),
    startsOn: day(cells.startsOn, () => malformed('startsOn')),
    requirements: listOf(cells.skills).map((value) => ({ kind: 'SKILL', value })),
  };
  const columns = Object.keys(cells);
  issues.sort((a, b) => columns.indexOf(a.field) - columns.indexOf(b.field));
  return { posting, issues };
}

/** A map, because a cell may hold any word, `constructor` too. */
function words<T>(known: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(known));
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function listOf(text: string): string[] {
  const parts = text.split(/[、,，;；\n]/u).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

function education(text: string, malformed: () => null): string | null {
  if (text === '') return null;
  const { known, code } = parseEducation(text);
  if (known) return code;
  return /^\d{2}$/.test(text) ? text : malformed();
}

/** `2027-01-31`, `2027/1/31`, `2027年1月31日`, or a day with the time a sheet adds to it. */
function day(text: string, malformed: () => null): string | null {
  if (text === '') return null;
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(
    plain(text).toUpperCase(),
  );
  const [, year = '', month = '', date = ''] = match ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  const isDay = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso);
  return isDay ? iso : malformed();
}
