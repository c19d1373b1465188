import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { FitFileError } from './fit-file-error.js';

type Row = Readonly<Record<string, string>>;

const TITLE_COLUMNS = ['title', 'name', 'alias'];

/** The titles in a CSV file of postings or of names of occupations. */
export function titlesIn(file: string): string[] {
  return valuesIn(file, TITLE_COLUMNS);
}

/** The skills of each posting in a CSV file; separated by a bar. */
export function skillsIn(file: string): string[][] {
  return valuesIn(file, ['skills']).map((skills) =>
    skills.split('|').flatMap((name) => name.trim() || []),
  );
}

function valuesIn(file: string, columns: readonly string[]): string[] {
  const rows = rowsIn(file);
  const column = columns.find((name) => rows[0] && name in rows[0]);
  if (column === undefined) {
    throw new FitFileError(`${file} has no rows, or no column ${columns.join(' or ')}`);
  }
  return rows.map((row) => row[column] ?? '');
}

function rowsIn(file: string): Row[] {
  try {
    const content = readFileSync(file);
    const text = file.endsWith('.gz') ? gunzipSync(content) : content;
    return parse(text, { columns: true, bom: true });
  } catch (cause) {
    throw new FitFileError(`${file} cannot be read as CSV`, { cause });
  }
}
