import { CLEARED, type RosterIssueRecord, type RosterRow } from './roster-row.js';

/** What the roster says of a student, as it is stored. */
export interface RosterValues {
  readonly studentName: string;
  readonly majorCode: string | null;
  readonly majorName: string;
  readonly className: string | null;
  readonly educationLevelCode: string | null;
  readonly graduationYear: number;
}

/** A place that is there already, by its student number. */
export interface KnownPlace extends RosterValues {
  readonly id: string;
}

export interface RosterPlan {
  readonly created: readonly (RosterValues & { readonly studentNumber: string })[];
  readonly changed: readonly KnownPlace[];
  readonly unchangedCount: number;
  readonly issues: readonly RosterIssueRecord[];
}

/** What applying the rows would do to the places there are. Blank cells keep what is known; a new student needs all that matters. */
export function planRoster(
  rows: readonly RosterRow[],
  known: ReadonlyMap<string, KnownPlace>,
): RosterPlan {
  const created: (RosterValues & { studentNumber: string })[] = [];
  const changed: KnownPlace[] = [];
  const issues: RosterIssueRecord[] = [];
  let unchangedCount = 0;
  for (const row of rows) {
    const place = known.get(row.studentNumber);
    if (place) {
      const after = merged(row, place);
      if (isSame(place, after)) unchangedCount += 1;
      else changed.push({ id: place.id, ...after });
      continue;
    }
    const missing = missingField(row);
    if (missing) issues.push({ row: row.line, field: missing, reason: 'REQUIRED' });
    else created.push({ studentNumber: row.studentNumber, ...merged(row, BLANK) });
  }
  return { created, changed, unchangedCount, issues };
}

const BLANK: RosterValues = {
  studentName: '',
  majorCode: null,
  majorName: '',
  className: null,
  educationLevelCode: null,
  graduationYear: 0,
};

function missingField(row: RosterRow): string | null {
  if (row.studentName === null) return 'studentName';
  if (row.major === null) return 'majorName';
  return row.graduationYear === null ? 'graduationYear' : null;
}

function merged(row: RosterRow, before: RosterValues): RosterValues {
  const optional = (value: RosterRow['className'], kept: string | null): string | null =>
    value === CLEARED ? null : (value ?? kept);
  return {
    studentName: row.studentName ?? before.studentName,
    majorCode: row.major === null ? before.majorCode : row.major.code,
    majorName: row.major?.name ?? before.majorName,
    className: optional(row.className, before.className),
    educationLevelCode: optional(row.educationLevelCode, before.educationLevelCode),
    graduationYear: row.graduationYear ?? before.graduationYear,
  };
}

function isSame(a: RosterValues, b: RosterValues): boolean {
  return (
    a.studentName === b.studentName &&
    a.majorCode === b.majorCode &&
    a.majorName === b.majorName &&
    a.className === b.className &&
    a.educationLevelCode === b.educationLevelCode &&
    a.graduationYear === b.graduationYear
  );
}
