import type { DomainError } from '../errors/index.js';
import { spreadsheetErrors } from './spreadsheet.errors.js';

/** A column of a table we read: what it is called in our template, and by whom else. */
export interface ColumnSpec<K extends string = string> {
  readonly key: K;
  /** Title in the Chinese template; named in error messages. */
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly isRequired?: boolean;
}

export interface HeaderMapping<K extends string> {
  readonly positions: ReadonlyMap<K, number>;
  readonly problems: readonly DomainError[];
}

/** Finds our columns in a header row, whatever their order, and names all that are unknown, missing or twice there. */
export function mapHeader<K extends string>(
  cells: readonly string[],
  columns: readonly ColumnSpec<K>[],
): HeaderMapping<K> {
  const known = new Map<string, ColumnSpec<K>>();
  for (const column of columns) {
    for (const name of [column.title, column.key, ...(column.aliases ?? [])]) {
      known.set(headerName(name), column);
    }
  }
  const positions = new Map<K, number>();
  const problems: DomainError[] = [];
  for (const [at, cell] of cells.entries()) {
    const name = headerName(cell);
    if (name === '') continue;
    const column = known.get(name);
    if (!column) {
      const params = { column: cell.slice(0, 40), position: at + 1 };
      problems.push(spreadsheetErrors.COLUMN_UNKNOWN({ params }));
    } else if (positions.has(column.key)) {
      const params = { column: column.title, position: at + 1 };
      problems.push(spreadsheetErrors.COLUMN_DUPLICATE({ params }));
    } else {
      positions.set(column.key, at);
    }
  }
  for (const { key, title, isRequired } of columns) {
    if (isRequired && !positions.has(key)) {
      problems.push(spreadsheetErrors.COLUMN_MISSING({ params: { column: title } }));
    }
  }
  return { positions, problems };
}

/** Titles are compared without case, width, spaces and the marks people put on required columns. */
function headerName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_*:]/g, '')
    .replace(/\((必填|选填|required|optional)\)$/, '');
}
