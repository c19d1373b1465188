/** A row of a source as it was cleaned. */
export interface CleanedRow {
  readonly sourceId: string;
}

/** What is stored of a row; names are those of the columns. */
export interface SourceRecord {
  readonly source_id: string;
  /** Another hash than the one stored says that the source changed the row. */
  readonly source_hash: string | null;
}

/** Why a row, or a value of it, was not taken. */
export interface ValueIssue {
  readonly field: string;
  readonly reason: string;
  /** True: the row is refused; false: the value is left out and the row is taken. */
  readonly refusesRow: boolean;
}

/** The same with its line, as it is kept; never the value itself. */
export interface ImportIssue {
  readonly line: number;
  readonly field: string;
  readonly reason: string;
  readonly refuses_row: boolean;
}

export interface NewRow<Stored> {
  readonly line: number;
  readonly record: Stored;
}

export interface ChangedRow<Stored> extends NewRow<Stored> {
  /** Of the record that is already here. */
  readonly id: string;
}

/** A record of the source that is already here. */
export interface KnownRecord {
  readonly id: string;
  readonly sourceHash: string | null;
  /** False once somebody has taken it over: from then on the source no longer writes it. */
  readonly isOfSource: boolean;
}
