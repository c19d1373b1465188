import { planRoster, type KnownPlace } from './roster-plan.rules.js';
import { CLEARED, type RosterRow } from './roster-row.js';

const KNOWN: KnownPlace = {
  id: 'place',
  studentName: '王芳',
  majorCode: '520201',
  majorName: '护理',
  className: '一班',
  educationLevelCode: '31',
  graduationYear: 2027,
};
const ROW: RosterRow = {
  line: 2,
  studentNumber: '1',
  studentName: '王芳',
  major: { code: '520201', name: '护理' },
  className: '一班',
  educationLevelCode: '31',
  graduationYear: 2027,
};
const plan = (...rows: RosterRow[]) => planRoster(rows, new Map([['1', KNOWN]]));
const NOTHING = { created: [], changed: [], unchangedCount: 0, issues: [] };

describe('what a roster would do', () => {
  it('is nothing where it says what is known, or says nothing', () => {
    const blank = { studentName: null, major: null, className: null, graduationYear: null };
    expect(plan(ROW, { ...ROW, ...blank, educationLevelCode: null })).toEqual({
      ...NOTHING,
      unchangedCount: 2,
    });
  });

  it('changes what it says otherwise and empties what it says to empty', () => {
    expect(plan({ ...ROW, className: CLEARED, graduationYear: 2028 })).toEqual({
      ...NOTHING,
      changed: [{ ...KNOWN, className: null, graduationYear: 2028 }],
    });
    expect(plan({ ...ROW, major: { code: null, name: '护理学' } })).toEqual({
      ...NOTHING,
      changed: [{ ...KNOWN, majorCode: null, majorName: '护理学' }],
    });
  });

  it('makes new places, as long as name, major and year are there', () => {
    const fresh = { ...ROW, studentNumber: '2', className: CLEARED } as const;
    expect(plan(fresh)).toEqual({
      ...NOTHING,
      created: [
        {
          studentNumber: '2',
          studentName: '王芳',
          majorCode: '520201',
          majorName: '护理',
          className: null,
          educationLevelCode: '31',
          graduationYear: 2027,
        },
      ],
    });
    const issueOf = (change: Partial<RosterRow>) => plan({ ...fresh, ...change }).issues;
    expect(issueOf({ studentName: null })).toEqual([
      { row: 2, field: 'studentName', reason: 'REQUIRED' },
    ]);
    expect(issueOf({ major: null })).toEqual([{ row: 2, field: 'majorName', reason: 'REQUIRED' }]);
    expect(issueOf({ graduationYear: null })).toEqual([
      { row: 2, field: 'graduationYear', reason: 'REQUIRED' },
    ]);
  });
});
