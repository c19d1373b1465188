import { saveText } from '../ui/save-text';

export type CsvCell = string | number | null;

/** Text of a CSV file that Excel reads as Chinese: with a byte order mark, and no cell that would be run as a formula. */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  const lines = rows.map((row) => row.map(cellOf).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellOf(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function saveCsv(fileName: string, rows: readonly (readonly CsvCell[])[]): void {
  saveText(csvOf(rows), fileName, 'text/csv');
}
