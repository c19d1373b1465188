import { CLEARED } from './roster-row.js';
import { readRosterRow, type RosterColumn, type RosterTables } from './roster-row.rules.js';

const MAJORS = [
  { code: '460301', name: '机电一体化技术', level: 'ASSOCIATE' },
  { code: '260301', name: '机电一体化技术', level: 'BACHELOR' },
  { code: '520201', name: '护理', level: 'ASSOCIATE' },
];
const TABLES: RosterTables = {
  majorByCode: (code) => MAJORS.find((major) => major.code === code) ?? null,
  majorsByName: (name) => MAJORS.filter((major) => major.name === name),
  hasEducationLevel: (code) => ['31', '21'].includes(code),
};
const GOOD: Record<RosterColumn, string> = {
  studentNumber: '20240101',
  studentName: '王芳',
  majorCode: '',
  majorName: '护理',
  className: '',
  educationLevel: '',
  graduationYear: '2027',
};
const read = (cells: Partial<Record<RosterColumn, string>>) =>
  readRosterRow(7, { ...GOOD, ...cells }, TABLES, '2026-11-22');

describe('a row of a roster', () => {
  it('is read with its major by code or by name', () => {
    expect(read({})).toEqual({
      row: {
        line: 7,
        studentNumber: '20240101',
        studentName: '王芳',
        major: { code: '520201', name: '护理' },
        className: null,
        educationLevelCode: null,
        graduationYear: 2027,
      },
    });
    const majorOf = (cells: Partial<Record<RosterColumn, string>>) => {
      const answer = read(cells);
      return 'row' in answer ? answer.row.major : answer.issue;
    };
    expect(majorOf({ majorCode: '460301', majorName: '机电' })).toEqual({
      code: '460301',
      name: '机电一体化技术',
    });
    expect(majorOf({ majorName: '460301' })).toEqual({ code: '460301', name: '机电一体化技术' });
    // A name that exists at two levels has no code until the education says which.
    expect(majorOf({ majorName: '机电一体化技术' })).toEqual({
      code: null,
      name: '机电一体化技术',
    });
    expect(majorOf({ majorName: '机电一体化技术', educationLevel: '专科' })).toEqual({
      code: '460301',
      name: '机电一体化技术',
    });
    expect(majorOf({ majorName: '计算机科学与技术' })).toEqual({
      code: null,
      name: '计算机科学与技术',
    });
    expect(majorOf({ majorName: '' })).toBeNull();
  });

  it.each([
    [{ educationLevel: '大专' }, { educationLevelCode: '31' }],
    [{ educationLevel: '21' }, { educationLevelCode: '21' }],
    [
      { educationLevel: '清空', className: '（clear）' },
      { educationLevelCode: CLEARED, className: CLEARED },
    ],
    [{ graduationYear: '2027届' }, { graduationYear: 2027 }],
    [{ graduationYear: '2027-06-30' }, { graduationYear: 2027 }],
    [{ graduationYear: '' }, { graduationYear: null }],
    [
      { studentName: '', className: '' },
      { studentName: null, className: null },
    ],
  ])('reads %j', (cells, row) => {
    expect(read(cells)).toMatchObject({ row });
  });

  it.each([
    [{ studentNumber: '' }, 'studentNumber', 'REQUIRED'],
    [{ studentNumber: '#' }, 'studentNumber', 'MALFORMED'],
    [{ studentName: '=1+1' }, 'studentName', 'MALFORMED'],
    [{ studentName: '王'.repeat(51) }, 'studentName', 'TOO_LONG'],
    [{ majorCode: '000000' }, 'majorCode', 'UNKNOWN_MAJOR'],
    [{ majorName: '000000' }, 'majorName', 'UNKNOWN_MAJOR'],
    [{ majorName: '护'.repeat(101) }, 'majorName', 'TOO_LONG'],
    [{ className: 'a\u0007b' }, 'className', 'MALFORMED'],
    [{ educationLevel: '不限' }, 'educationLevel', 'UNKNOWN_EDUCATION'],
    [{ educationLevel: '99' }, 'educationLevel', 'UNKNOWN_EDUCATION'],
    [{ graduationYear: '27' }, 'graduationYear', 'MALFORMED'],
    [{ graduationYear: '2035' }, 'graduationYear', 'IMPLAUSIBLE_YEAR'],
  ])('refuses %j', (cells, field, reason) => {
    expect(read(cells)).toEqual({ issue: { row: 7, field, reason } });
  });
});
