/** Cells of one row of a source file, by column. */
export type SourceCells = Readonly<Record<string, string>>;

/** Why a row of a source, or a value of it, was not taken. */
export interface RowIssue {
  readonly field: string;
  readonly reason: 'REQUIRED' | 'MALFORMED' | 'TOO_LONG' | 'PAY_UPSIDE_DOWN' | 'UNKNOWN_REGION';
  /** True: the row is refused; false: the value is left out and the row is taken. */
  readonly refusesRow: boolean;
}
