import type { SeedFiles } from './seed-files.js';

/** A row as the table stores it, under the names of its columns. */
export type TableRow = Readonly<Record<string, unknown>>;

/** One table that is made from copied files. */
export interface CodeTable {
  readonly table: string;
  readonly key: readonly string[];
  readonly edition: string;
  readonly source: string;
  readonly files: readonly string[];
  /** Whether rows that a new edition drops stay, marked as no longer current. */
  readonly keepsDropped: boolean;
  rows(files: SeedFiles): Promise<readonly TableRow[]>;
}

/** `true` and `false` of the files; anything else is a damaged file. */
export function flag(text: string): boolean {
  if (text !== 'true' && text !== 'false') throw new Error(`"${text}" is neither true nor false`);
  return text === 'true';
}

export function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}

/** Ancestors of every row of a file whose parents stand before their children, top first, ending with the row. */
export function ancestorPaths(
  rows: readonly { readonly code: string; readonly parentCode: string }[],
): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const row of rows) {
    const above = row.parentCode === '' ? [] : paths.get(row.parentCode);
    if (!above) throw new Error(`${row.code} stands before its parent ${row.parentCode}`);
    paths.set(row.code, [...above, row.code]);
  }
  return paths;
}
