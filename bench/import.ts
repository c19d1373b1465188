import { UnitOfWork } from '../src/core/database/index.js';
import { PostingImportService } from '../src/modules/job-postings/import/posting-import.service.js';
import { corpusFiles } from './support/corpus.js';
import { countPostings, openPlatform, report, round } from './support/platform.js';

// All real postings into an empty table, with requirements, changes for the undo and outbox events.
const app = await openPlatform();
const files = corpusFiles('import');
await app.get(UnitOfWork, { strict: false }).db
  .$executeRaw`truncate job_postings, posting_imports, outbox_events cascade`;
const imports = app.get(PostingImportService, { strict: false });
const startedAt = performance.now();
let rows = 0;
let refused = 0;
for (const { format, path } of files) {
  const { counts } = await imports.run({ format, path, isDryRun: false });
  rows += counts.rows;
  refused += counts.refused;
}
const seconds = (performance.now() - startedAt) / 1_000;
const { rows: stored } = await countPostings(app);
report({
  bench: 'import',
  rows,
  stored,
  refused,
  seconds: round(seconds),
  rowsPerSec: Math.round(rows / seconds),
});
await app.close();
