import type { DomainError } from '../errors/index.js';
import { mapHeader, type ColumnSpec } from './header.js';
import { readRows, type ReadOptions } from './read-rows.js';

export interface TableRecord<K extends string> {
  readonly line: number;
  /** Every known column; `''` where the cell or the whole column is absent. */
  readonly values: Readonly<Record<K, string>>;
  readonly problem: DomainError | null;
}

export interface Table<K extends string> {
  /** Everything that is wrong with the header, at once; when there is any, `records` is empty. */
  readonly headerProblems: readonly DomainError[];
  readonly records: AsyncIterable<TableRecord<K>>;
}

/** Opens an uploaded table whose first row names its columns. */
export async function openTable<K extends string>(
  file: Buffer,
  columns: readonly ColumnSpec<K>[],
  options: ReadOptions = {},
): Promise<Table<K>> {
  const rows = readRows(file, options);
  const first = await rows.next();
  if (first.done) return { headerProblems: [], records: nothing() };
  const { cells, problem } = first.value;
  const header = mapHeader(cells, columns);
  const headerProblems = problem ? [problem] : header.problems;
  if (headerProblems.length > 0) {
    await rows.return(undefined);
    return { headerProblems, records: nothing() };
  }
  return { headerProblems, records: recordsOf(rows, header.positions, columns) };
}

async function* recordsOf<K extends string>(
  rows: ReturnType<typeof readRows>,
  positions: ReadonlyMap<K, number>,
  columns: readonly ColumnSpec<K>[],
): AsyncGenerator<TableRecord<K>> {
  for await (const { line, cells, problem } of rows) {
    const entries = columns.map(({ key }) => [key, cells[positions.get(key) ?? -1] ?? ''] as const);
    // Each key of `columns` is set just above.
    yield { line, values: Object.fromEntries(entries) as Record<K, string>, problem };
  }
}

async function* nothing(): AsyncGenerator<never> {
  // A table with a wrong header has no records.
}
