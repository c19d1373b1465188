import { parseEducation } from '../../reference-data/index.js';
import {
  isPlausibleYear,
  isStudentNumber,
  normaliseName,
  normaliseNumber,
} from '../affiliation/affiliation.rules.js';
import {
  CLEARED,
  type Cleared,
  type RosterIssueReasonName,
  type RosterIssueRecord,
  type RosterRow,
} from './roster-row.js';

export type RosterColumn =
  | 'studentNumber'
  | 'studentName'
  | 'majorCode'
  | 'majorName'
  | 'className'
  | 'educationLevel'
  | 'graduationYear';

/** What a cell says to empty a value that the roster had before. */
const CLEAR_TOKENS: ReadonlySet<string> = new Set(['清空', '(clear)', '（clear）']);
const LIMITS = { studentName: 50, majorName: 100, className: 50 } as const;
/** Everyday names of levels, for majors that exist at several of them. */
const LEVEL_OF_BAND: Readonly<Record<string, string>> = {
  '2': 'BACHELOR',
  '3': 'ASSOCIATE',
  '4': 'SECONDARY',
};

export interface MajorOfCatalogue {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

/** The code tables a row is checked against. */
export interface RosterTables {
  majorByCode(code: string): MajorOfCatalogue | null;
  majorsByName(name: string): readonly MajorOfCatalogue[];
  hasEducationLevel(code: string): boolean;
}

class Refused extends Error {
  constructor(
    readonly field: RosterColumn,
    readonly reason: RosterIssueReasonName,
  ) {
    super(reason);
  }
}

type Cells = Readonly<Record<RosterColumn, string>>;

/** Reads one row; the first thing wrong with it is the issue that refuses it. */
export function readRosterRow(
  line: number,
  cells: Cells,
  tables: RosterTables,
  today: string,
): { readonly row: RosterRow } | { readonly issue: RosterIssueRecord } {
  try {
    const educationLevelCode = educationOf(cells.educationLevel, tables);
    const row: RosterRow = {
      line,
      studentNumber: numberOf(cells.studentNumber),
      studentName: nameOf(cells.studentName),
      major: majorOf(cells, tables, educationLevelCode),
      className: clearable(cells.className, () => shortText(cells, 'className')),
      educationLevelCode,
      graduationYear: yearOf(cells.graduationYear, today),
    };
    return { row };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { issue: { row: line, field: error.field, reason: error.reason } };
  }
}

function clearable<T>(cell: string, read: () => T): T | Cleared {
  return CLEAR_TOKENS.has(cell.trim().toLowerCase()) ? CLEARED : read();
}

function numberOf(cell: string): string {
  const number = normaliseNumber(cell);
  if (number === '') throw new Refused('studentNumber', 'REQUIRED');
  if (!isStudentNumber(number)) throw new Refused('studentNumber', 'MALFORMED');
  return number;
}

function nameOf(cell: string): string | null {
  const name = normaliseName(cell);
  if (name === '') return null;
  if ([...name].length > LIMITS.studentName) throw new Refused('studentName', 'TOO_LONG');
  if (!/^[\p{L}\p{M}][\p{L}\p{M} ·•・‧.'’-]*$/u.test(name))
    throw new Refused('studentName', 'MALFORMED');
  return name;
}

function shortText(cells: Cells, field: 'majorName' | 'className'): string | null {
  const text = normaliseName(cells[field]);
  if (text === '') return null;
  if ([...text].length > LIMITS[field]) throw new Refused(field, 'TOO_LONG');
  if (/\p{Cc}/u.test(text)) throw new Refused(field, 'MALFORMED');
  return text;
}

/** By code where the file has one; else by the catalogue's name, at the level the education says; else as written. */
function majorOf(
  cells: Cells,
  tables: RosterTables,
  education: string | Cleared | null,
): RosterRow['major'] {
  const written = shortText(cells, 'majorName');
  const isCode = written !== null && /^\d{4,7}K?$/i.test(written);
  const code = normaliseNumber(cells.majorCode) || (isCode ? normaliseNumber(written) : '');
  if (code !== '') {
    const major = tables.majorByCode(code);
    if (!major) throw new Refused(isCode ? 'majorName' : 'majorCode', 'UNKNOWN_MAJOR');
    return { code: major.code, name: major.name };
  }
  if (written === null) return null;
  const sameName = tables.majorsByName(written);
  const level = typeof education === 'string' ? LEVEL_OF_BAND[education[0] ?? ''] : undefined;
  const atLevel = sameName.filter((major) => level === undefined || major.level === level);
  const [major, ...others] = atLevel;
  return { code: major && others.length === 0 ? major.code : null, name: written };
}

function educationOf(cell: string, tables: RosterTables): string | Cleared | null {
  return clearable(cell, () => {
    const text = cell.normalize('NFKC').trim();
    if (text === '') return null;
    if (tables.hasEducationLevel(text)) return text;
    const { known, code } = parseEducation(text);
    if (!known || code === null) throw new Refused('educationLevel', 'UNKNOWN_EDUCATION');
    return code;
  });
}

function yearOf(cell: string, today: string): number | null {
  const text = cell.normalize('NFKC').trim();
  if (text === '') return null;
  const match = /^(\d{4})(?:\s*年|\s*届|[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?$/.exec(text);
  if (!match) throw new Refused('graduationYear', 'MALFORMED');
  const year = Number(match[1]);
  if (!isPlausibleYear(year, today)) throw new Refused('graduationYear', 'IMPLAUSIBLE_YEAR');
  return year;
}
