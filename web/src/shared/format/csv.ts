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

/** Hands a file made here to the browser to be kept. */
export function saveFile(fileName: string, content: BlobPart, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveCsv(fileName: string, rows: readonly (readonly CsvCell[])[]): void {
  saveFile(fileName, csvOf(rows), 'text/csv;charset=utf-8');
}
