import { setImmediate as breathe } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { spreadsheetErrors } from './spreadsheet.errors.js';
import { checkedRow, type TableLimits, type TableRow } from './table-row.js';

/** A record as it stands in the text: one line, or several when a cell contains line breaks. */
interface RawRecord {
  readonly line: number;
  readonly lineCount: number;
  /** Null when its quotes do not match. */
  readonly text: string | null;
}

const RECORDS_PER_BATCH = 500;
/** Longer than any record that keeps the cell limits; ends the hunt for a quote that is never closed. */
const MAX_RECORD_LINES = 2_000;

/**
 * Rows of a CSV text. Quotes that do not match cost the line they stand in and no other: the parser alone would
 * swallow the following rows in silence.
 */
export async function* csvRows(text: string, limits: TableLimits): AsyncGenerator<TableRow> {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  const delimiter = delimiterOf(lines.find((line) => line.trim() !== '') ?? '');
  let at = 0;
  while (at < lines.length) {
    const batch: RawRecord[] = [];
    while (at < lines.length && batch.length < RECORDS_PER_BATCH) {
      const record = soundRecordAt(lines, at, delimiter);
      batch.push(record);
      at += record.lineCount;
    }
    yield* rowsOf(batch, delimiter, limits);
    await breathe();
  }
}

function* rowsOf(
  batch: readonly RawRecord[],
  delimiter: string,
  limits: TableLimits,
): Generator<TableRow> {
  const sound = batch.filter((record) => record.text !== null);
  // The mark at the end keeps blank last records, which the parser would drop.
  const text = [...sound.map((record) => record.text), 'end'].join('\n');
  const parsed = parse(text, {
    delimiter,
    relax_column_count: true,
    record_delimiter: '\n',
    trim: true,
  });
  if (parsed.length !== sound.length + 1) throw new Error('The CSV parser counts other records');
  let next = 0;
  for (const { line, text: recordText } of batch) {
    yield recordText === null ? broken(line) : checkedRow(line, parsed[next++] ?? [], limits);
  }
}

/** The record that begins at a line; a line alone and without text when its quotes do not match. */
function soundRecordAt(lines: readonly string[], at: number, delimiter: string): RawRecord {
  const record = recordAt(lines, at);
  if (record.text !== null && quotesMatch(record.text, delimiter)) return record;
  // The quote was a slip, not the start of a long cell: only its own line is lost.
  return { line: at + 1, lineCount: 1, text: null };
}

function recordAt(lines: readonly string[], at: number): RawRecord {
  let isOpen = false;
  const end = Math.min(lines.length, at + MAX_RECORD_LINES);
  for (let i = at; i < end; i += 1) {
    if (quoteCount(lines[i] ?? '') % 2 === 1) isOpen = !isOpen;
    if (!isOpen) {
      return { line: at + 1, lineCount: i - at + 1, text: lines.slice(at, i + 1).join('\n') };
    }
  }
  return { line: at + 1, lineCount: 1, text: null };
}

function quoteCount(line: string): number {
  let count = 0;
  for (let i = line.indexOf('"'); i !== -1; i = line.indexOf('"', i + 1)) count += 1;
  return count;
}

/** Whether every quote of a record opens a cell, closes one or is doubled inside one. */
function quotesMatch(record: string, delimiter: string): boolean {
  if (!record.includes('"')) return true;
  const cell = new RegExp(
    `[^\\S\\n${delimiter}]*(?:"[^"]*(?:""[^"]*)*"[^\\S\\n${delimiter}]*|[^"\\n${delimiter}]*)`,
    'y',
  );
  for (let at = 0; ; at += 1) {
    cell.lastIndex = at;
    cell.test(record);
    at = cell.lastIndex;
    if (at === record.length) return true;
    if (record[at] !== delimiter) return false;
  }
}

function broken(line: number): TableRow {
  return { line, cells: [], problem: spreadsheetErrors.BROKEN_QUOTES({ params: { line } }) };
}

/** The delimiter that occurs most often in the first line, outside quotes. */
function delimiterOf(line: string): string {
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counted = [',', '\t', ';'].map((mark) => [mark, bare.split(mark).length] as const);
  return counted.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
