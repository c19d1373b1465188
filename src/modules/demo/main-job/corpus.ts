import { createReadStream } from 'node:fs';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';

export interface CorpusFile {
  readonly kind: 'postings' | 'seekers';
  readonly format: string;
  readonly path: string;
}

/** The two-sided corpus and the other real postings, as they lie in a folder of corpora. */
const FILES: readonly CorpusFile[] = [
  { kind: 'postings', format: 'tipdm-2023', path: 'tipdm-2023-two-sided/jobs.csv.gz' },
  { kind: 'seekers', format: 'tipdm-2023', path: 'tipdm-2023-two-sided/seekers.csv.gz' },
  { kind: 'postings', format: 'it-postings-2019', path: 'it-postings-2019/postings.csv.gz' },
  { kind: 'postings', format: 'zhaopin-2024', path: 'zhaopin-2024/postings.csv.gz' },
  { kind: 'postings', format: '51job-2023', path: '51job-2023/postings.csv.gz' },
];

/** The files that are there. */
export async function corpusFiles(folder: string): Promise<readonly CorpusFile[]> {
  const there = await Promise.all(
    FILES.map(async (file) => {
      const path = join(folder, file.path);
      return (await access(path).then(
        () => true,
        () => false,
      ))
        ? { ...file, path }
        : null;
    }),
  );
  return there.filter((file) => file !== null);
}

/** Runs `work` on files of the first `count` records of each, and removes them afterwards. */
export async function withSample<T>(
  files: readonly CorpusFile[],
  count: number,
  work: (files: readonly CorpusFile[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gongqiao-sample-'));
  try {
    const samples: CorpusFile[] = [];
    for (const [index, file] of files.entries()) {
      const path = join(folder, `${index.toString()}.csv`);
      await copyRecords(file.path, path, count);
      samples.push({ ...file, path });
    }
    return await work(samples);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function copyRecords(from: string, to: string, count: number): Promise<void> {
  const source = createReadStream(from);
  const records: string[][] = [];
  try {
    // The header counts too.
    for await (const record of source
      .pipe(createGunzip())
      .pipe(parse({ relax_column_count: true }))) {
      records.push(record as string[]);
      if (records.length > count) break;
    }
  } finally {
    source.destroy();
  }
  await writeFile(to, stringify(records));
}
