import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** Where the real data lies: beside the checkout. It is measured with, never shipped. */
const DATA = resolve(import.meta.dirname, '../../../../shared/data');

export function hasData(folder: string): boolean {
  return existsSync(resolve(DATA, folder));
}

export type Row = Readonly<Record<string, string>>;

/** The rows of a CSV file with a header, gzip-compressed where its name says so. */
export function rowsOf(file: string): Row[] {
  const content = readFileSync(resolve(DATA, file));
  return parse(file.endsWith('.gz') ? gunzipSync(content) : content, {
    columns: true,
    skip_empty_lines: true,
  });
}
