import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postingFormats } from '../../src/modules/job-postings/import/formats/index.js';
import { PostingImportService } from '../../src/modules/job-postings/import/posting-import.service.js';
import { SearchRebuild } from '../../src/modules/search/index.js';
import type { TestApp } from './app.js';

const HEADER = 'id,title,tags,area,salary,experience,education,company,issued_at';

/** Has postings of another source imported and found: rows of its columns, see the header. */
export async function importPostings(app: TestApp, rows: readonly string[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gongqiao-search-'));
  try {
    const path = join(folder, 'postings.csv');
    await writeFile(path, `${[HEADER, ...rows].join('\n')}\n`);
    const format = postingFormats.get('51job-2023');
    if (!format) throw new Error('The format is gone');
    await app.get(SearchRebuild).rebuild();
    await app.get(PostingImportService).run({ path, format, isDryRun: false });
    await app.settle();
  } finally {
    await rm(folder, { recursive: true });
  }
}
