import { SearchEngine, type SearchDocument } from '../src/core/search-engine/index.js';
import { JobPostingReader } from '../src/modules/job-postings/index.js';
import { ReferenceReader } from '../src/modules/reference-data/index.js';
import { toSearchDocument } from '../src/modules/search/indexing/job-posting.document.js';
import { JOB_POSTING_SETTINGS, SearchRebuild } from '../src/modules/search/index.js';
import { openPlatform, report, round, timed, withCorpus } from './support/platform.js';

const BATCH = 2_000;

// Rebuild from the database against a bare bulk add of the same documents with the same settings.
const app = await openPlatform();
const postings = await withCorpus(app, 'index');
const engine = app.get(SearchEngine, { strict: false });
const rebuild = app.get(SearchRebuild, { strict: false });
const tables = await app.get(ReferenceReader, { strict: false }).tables();
const reader = app.get(JobPostingReader, { strict: false });

const documents: SearchDocument[][] = [];
let after: string | null = null;
for (;;) {
  const rows = await reader.documents({ after, limit: BATCH });
  documents.push(rows.map((row) => toSearchDocument(row, tables)));
  if (rows.length < BATCH) break;
  after = rows.at(-1)?.id ?? null;
}

const rawMs = await timed(async () => {
  await engine.ensureIndex('bench_raw', JOB_POSTING_SETTINGS);
  const tasks: number[] = [];
  for (const batch of documents) tasks.push(await engine.upsert('bench_raw', batch));
  for (const task of tasks) await engine.waitFor(task, { timeoutMs: 900_000 });
});
await engine.dropIndex('bench_raw');
const rebuildMs = await timed(() => rebuild.rebuild());
const docsPerSec = postings / (rebuildMs / 1_000);
const rawDocsPerSec = postings / (rawMs / 1_000);
report({
  bench: 'index',
  postings,
  docsPerSec: Math.round(docsPerSec),
  rawDocsPerSec: Math.round(rawDocsPerSec),
  ratio: round(docsPerSec / rawDocsPerSec),
});
await app.close();
