import type { DomainError } from '../errors/index.js';
import { spreadsheetErrors } from './spreadsheet.errors.js';

/** One row as it stands in the file. All cells are text; what is empty is `''`. */
export interface TableRow {
  /** Line of a text file or row of a sheet, counted from 1, as the person sees it. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why this row could not be read; its cells are then empty. The rows after it are read all the same. */
  readonly problem: DomainError | null;
}

export interface TableLimits {
  readonly maxBytes: number;
  readonly maxRows: number;
  readonly maxCells: number;
  readonly maxColumns: number;
  readonly maxCellLength: number;
  /** Time a sheet may take to be unpacked and parsed. */
  readonly timeoutMs: number;
  /** Memory of the thread that parses a sheet. */
  readonly memoryMegabytes: number;
}

export const TABLE_LIMITS: TableLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxRows: 100_000,
  maxCells: 3_000_000,
  maxColumns: 500,
  maxCellLength: 32_767,
  timeoutMs: 30_000,
  memoryMegabytes: 384,
};

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '');
}

/** The row, or, when it breaks a limit, an empty one that says so. */
export function checkedRow(line: number, cells: readonly string[], limits: TableLimits): TableRow {
  if (cells.length > limits.maxColumns) {
    const problem = spreadsheetErrors.TOO_MANY_COLUMNS({
      params: { line, max: limits.maxColumns },
    });
    return { line, cells: [], problem };
  }
  const tooLong = cells.findIndex((cell) => cell.length > limits.maxCellLength);
  if (tooLong === -1) return { line, cells, problem: null };
  const params = { line, column: tooLong + 1, max: limits.maxCellLength };
  return { line, cells: [], problem: spreadsheetErrors.CELL_TOO_LONG({ params }) };
}
