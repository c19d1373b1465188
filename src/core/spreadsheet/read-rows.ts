import { csvRows } from './csv-rows.js';
import { decodeText } from './decode-text.js';
import { isCompoundFile, inspectPackage } from './inspect-package.js';
import { spreadsheetErrors } from './spreadsheet.errors.js';
import { isBlank, TABLE_LIMITS, type TableLimits, type TableRow } from './table-row.js';
import { xlsxRows } from './xlsx-rows.js';
import { looksLikeZip } from './zip-directory.js';

export interface ReadOptions extends Partial<TableLimits> {
  /** Sniffed from the content when absent; the file name is never believed. */
  readonly format?: 'csv' | 'xlsx';
}

/**
 * Rows of an uploaded table, blank ones left out. What is wrong with the file as a whole is thrown as a `DomainError`;
 * what is wrong with one row stands in its `problem`.
 */
export async function* readRows(file: Buffer, options: ReadOptions = {}): AsyncGenerator<TableRow> {
  const limits: TableLimits = { ...TABLE_LIMITS, ...options };
  if (file.length > limits.maxBytes) {
    const maxMegabytes = Math.floor(limits.maxBytes / 1024 / 1024);
    throw spreadsheetErrors.TOO_LARGE({ params: { maxMegabytes } });
  }
  const format = options.format ?? sniffFormat(file);
  const rows = format === 'xlsx' ? xlsxRows(file, limits) : csvRows(decodeText(file), limits);
  let rowCount = 0;
  let cellCount = 0;
  for await (const row of rows) {
    if (row.problem === null && isBlank(row.cells)) continue;
    rowCount += 1;
    cellCount += row.cells.length;
    if (rowCount > limits.maxRows)
      throw spreadsheetErrors.TOO_MANY_ROWS({ params: { max: limits.maxRows } });
    if (cellCount > limits.maxCells)
      throw spreadsheetErrors.TOO_MANY_CELLS({ params: { max: limits.maxCells } });
    yield row;
  }
  if (rowCount === 0) throw spreadsheetErrors.EMPTY();
}

/** `xlsx` for a package, `csv` for anything that may be text; the old binary format is refused by name. */
export function sniffFormat(file: Buffer): 'csv' | 'xlsx' {
  if (isCompoundFile(file)) {
    throw inspectPackage(file) === 'ENCRYPTED'
      ? spreadsheetErrors.ENCRYPTED()
      : spreadsheetErrors.LEGACY_FORMAT();
  }
  return looksLikeZip(file) ? 'xlsx' : 'csv';
}
