import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { postingFormats } from '../../src/modules/job-postings/import/formats/index.js';
import type { PostingFormat } from '../../src/modules/job-postings/import/imported-posting.js';

/** Where the real postings lie: beside the checkout. They are measured with, never shipped. */
export const CORPUS = resolve(import.meta.dirname, '../../../shared/data');

const FILES: readonly (readonly [format: string, file: string])[] = [
  ['tipdm-2023', 'tipdm-2023-two-sided/jobs.csv.gz'],
  ['it-postings-2019', 'it-postings-2019/postings.csv.gz'],
  ['zhaopin-2024', 'zhaopin-2024/postings.csv.gz'],
  ['51job-2023', '51job-2023/postings.csv.gz'],
];

export interface CorpusFile {
  readonly format: PostingFormat;
  readonly path: string;
}

/** The files of the corpus; says so and ends the bench where it is absent. */
export function corpusFiles(bench: string): CorpusFile[] {
  if (!existsSync(CORPUS)) {
    process.stdout.write(`${JSON.stringify({ bench, skipped: 'the corpus is not here' })}\n`);
    process.exit(0);
  }
  return FILES.map(([name, file]) => {
    const format = postingFormats.get(name);
    if (!format) throw new Error(`No format ${name}`);
    return { format, path: resolve(CORPUS, file) };
  });
}

export const SEEKERS = resolve(CORPUS, 'tipdm-2023-two-sided/seekers.csv.gz');
