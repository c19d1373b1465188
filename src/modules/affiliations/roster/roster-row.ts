/** Explicitly emptied by the file, which a blank cell is not. */
export const CLEARED = Symbol('cleared');
export type Cleared = typeof CLEARED;

export const ROSTER_ISSUE_REASONS = [
  'REQUIRED',
  'MALFORMED',
  'TOO_LONG',
  'UNKNOWN_MAJOR',
  'UNKNOWN_EDUCATION',
  'IMPLAUSIBLE_YEAR',
  'DUPLICATE',
  'UNREADABLE',
] as const;
export type RosterIssueReasonName = (typeof ROSTER_ISSUE_REASONS)[number];

/** Why a row of a roster is not taken: row, column and reason, never the value itself. */
export interface RosterIssueRecord {
  readonly row: number;
  readonly field: string;
  readonly reason: RosterIssueReasonName;
}

/** A row that reads well. Null means that the cell was blank, which changes nothing. */
export interface RosterRow {
  readonly line: number;
  readonly studentNumber: string;
  readonly studentName: string | null;
  readonly major: { readonly code: string | null; readonly name: string } | null;
  readonly className: string | Cleared | null;
  readonly educationLevelCode: string | Cleared | null;
  readonly graduationYear: number | null;
}

export interface ReadRoster {
  readonly rows: readonly RosterRow[];
  readonly issues: readonly RosterIssueRecord[];
  /** Rows of the file, the refused ones among them. */
  readonly rowCount: number;
}
