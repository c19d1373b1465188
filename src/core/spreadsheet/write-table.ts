import { stringify } from 'csv-stringify/sync';
import writeXlsxFile, { type Row } from 'write-excel-file/node';

export type CellValue = string | number | bigint | boolean | Date | null | undefined;

export interface OutputColumn<R> {
  readonly title: string;
  readonly value: (row: R) => CellValue;
  /** Width in characters; 16 when absent. Only for XLSX. */
  readonly width?: number;
}

export interface CsvOptions {
  /** Excel takes a file without it for GBK: on unless a program asked for the file. */
  readonly withByteOrderMark?: boolean;
}

/** Longest text Excel opens in one cell. */
const MAX_CELL_LENGTH = 32_767;

/**
 * A table as XLSX: one sheet, bold titles, first row fixed. Texts are written as texts, so none of them is ever taken
 * for a formula.
 */
export async function writeXlsx<R>(
  rows: Iterable<R>,
  columns: readonly OutputColumn<R>[],
  sheetName = 'Sheet1',
): Promise<Buffer> {
  const header: Row = columns.map(({ title }) => ({
    value: xmlSafe(title),
    type: String,
    fontWeight: 'bold',
  }));
  const body = Array.from(rows, (row): Row => columns.map((column) => xlsxCell(column.value(row))));
  const written = writeXlsxFile([header, ...body], {
    sheet: sheetName.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31),
    columns: columns.map(({ width }) => ({ width: width ?? 16 })),
    stickyRowsCount: 1,
    dateFormat: 'yyyy-mm-dd hh:mm',
  });
  return written.toBuffer();
}

/** A table as CSV in UTF-8. Texts that a spreadsheet would run as a formula are led by an apostrophe. */
export function writeCsv<R>(
  rows: Iterable<R>,
  columns: readonly OutputColumn<R>[],
  { withByteOrderMark = true }: CsvOptions = {},
): Buffer {
  const titles = columns.map(({ title }) => csvCell(title));
  const body = Array.from(rows, (row) => columns.map((column) => csvCell(column.value(row))));
  return Buffer.from(
    stringify([titles, ...body], { bom: withByteOrderMark, record_delimiter: 'windows' }),
  );
}

function xlsxCell(value: CellValue): Row[number] {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return { value: xmlSafe(value), type: String };
  // Beyond 15 digits Excel would round: ids and long numbers stay texts.
  if (typeof value === 'bigint') return { value: String(value), type: String };
  if (typeof value === 'number') return { value, type: Number };
  return typeof value === 'boolean'
    ? { value, type: Boolean }
    : { value: inShanghai(value), type: Date };
}

function xmlSafe(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .slice(0, MAX_CELL_LENGTH)
  );
}

function csvCell(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return inShanghai(value).toISOString().slice(0, 19).replace('T', ' ');
  if (typeof value !== 'string') return String(value);
  return /^[\s\uFEFF]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

/** Sheets know no time zones: instants are shown as the clock on the wall in China, which keeps one offset all year. */
function inShanghai(instant: Date): Date {
  return new Date(instant.getTime() + 8 * 3_600_000);
}
