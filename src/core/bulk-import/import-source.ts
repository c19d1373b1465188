import type { CleanedRow, ImportIssue, NewRow, SourceRecord, ValueIssue } from './imported-row.js';

type Cells = Readonly<Record<string, string>>;

/** A source's file format: its columns and how a row is cleaned. */
export interface SourceFormat<Cleaned extends CleanedRow> {
  readonly name: string;
  readonly sourceName: string;
  readonly columns: readonly string[];
  read(cells: Cells): { readonly cleaned: Cleaned; readonly issues: readonly ValueIssue[] };
}

/** Rows of a file, how they are cleaned, and what is stored of them. */
export interface ImportSource<Cleaned extends CleanedRow, Stored extends SourceRecord> {
  readonly format: SourceFormat<Cleaned>;
  readonly rows: AsyncIterable<{ readonly line: number; readonly cells: Cells }>;
  readonly recordOf: (cleaned: Cleaned) => {
    readonly record: Stored;
    readonly issues: readonly ValueIssue[];
  };
}

/** Rows that are written in one transaction, with one event. */
export interface ImportChunk<Stored> {
  readonly rows: readonly NewRow<Stored>[];
  readonly issues: readonly ImportIssue[];
  /** With those refused. */
  readonly rowCount: number;
}

const CHUNK_ROWS = 500;

/** The records of a source in chunks; a source id that stands twice in the file is taken once. */
export async function* chunksOf<Cleaned extends CleanedRow, Stored extends SourceRecord>({
  format,
  rows: sourceRows,
  recordOf,
}: ImportSource<Cleaned, Stored>): AsyncGenerator<ImportChunk<Stored>> {
  const seen = new Set<string>();
  let rows: NewRow<Stored>[] = [];
  let issues: ImportIssue[] = [];
  let rowCount = 0;
  for await (const { line, cells } of sourceRows) {
    rowCount += 1;
    const { cleaned, issues: found } = format.read(cells);
    const isRefused = found.some((issue) => issue.refusesRow);
    const isTwice = !isRefused && seen.has(cleaned.sourceId);
    const stored = isRefused || isTwice ? null : recordOf(cleaned);
    for (const { field, reason, refusesRow } of [...found, ...(stored?.issues ?? [])])
      issues.push({ line, field, reason, refuses_row: refusesRow });
    if (isTwice) issues.push({ line, field: 'id', reason: 'DUPLICATE', refuses_row: true });
    if (stored) {
      seen.add(cleaned.sourceId);
      rows.push({ line, record: stored.record });
    }
    if (rowCount >= CHUNK_ROWS) {
      yield { rows, issues, rowCount };
      [rows, issues, rowCount] = [[], [], 0];
    }
  }
  if (rowCount > 0) yield { rows, issues, rowCount };
}
