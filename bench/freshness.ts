import { setTimeout as pause } from 'node:timers/promises';
import { UnitOfWork } from '../src/core/database/index.js';
import { Outbox, OutboxRelay } from '../src/core/events/index.js';
import { SearchEngine } from '../src/core/search-engine/index.js';
import { TaskWorkers } from '../src/core/tasks/index.js';
import { jobPostingChanged } from '../src/modules/job-postings/index.js';
import { JOB_POSTINGS_INDEX } from '../src/modules/search/index.js';
import { openPlatform, percentile, report, withCorpus } from './support/platform.js';

const WRITES = 600;
const PER_SECOND = 20;
const GIVEN_UP_MS = 60_000;
const LOOK_MS = 50;

// From the commit of a change to the search that shows it, at twenty writes a second, relay and workers running.
const app = await openPlatform();
const postings = await withCorpus(app, 'freshness');
const uow = app.get(UnitOfWork, { strict: false });
const outbox = app.get(Outbox, { strict: false });
const engine = app.get(SearchEngine, { strict: false });
const relay = app.get(OutboxRelay, { strict: false });
const workers = app.get(TaskWorkers, { strict: false });
await workers.start();
relay.start();

const ids = (
  await uow.sql.selectFrom('job_postings').select('id').orderBy('id').limit(WRITES).execute()
).map((row) => row.id);

/** Stands in every new title and in no other. */
const word = `fresh${Date.now().toString(36)}`;
const waiting = new Map<string, number>();
const samples: number[] = [];
let hasWritten = false;
const looking = lookUntilAllAreFound();
for (const id of ids) {
  await uow.run(async () => {
    await uow.sql
      .updateTable('job_postings')
      .set(({ eb }) => ({ title: word, version: eb('version', '+', 1), updated_at: new Date() }))
      .where('id', '=', id)
      .execute();
    await outbox.record(jobPostingChanged, { jobPostingId: id });
  });
  waiting.set(id, performance.now());
  await pause(1_000 / PER_SECOND);
}
hasWritten = true;
await looking;
report({
  bench: 'freshness',
  postings,
  writes: WRITES,
  writesPerSec: PER_SECOND,
  p50Ms: percentile(samples, 0.5),
  p95Ms: percentile(samples, 0.95),
  p99Ms: percentile(samples, 0.99),
  lost: samples.filter((ms) => ms >= GIVEN_UP_MS).length,
});
await relay.stop();
await workers.stop(10_000);
await app.close();

/** One look at a time, so that looking costs the engine the same however late it is. */
async function lookUntilAllAreFound(): Promise<void> {
  while (!hasWritten || waiting.size > 0) {
    const query = { text: word, matching: 'all', limit: WRITES } as const;
    const found = new Set((await engine.search(JOB_POSTINGS_INDEX, query)).ids);
    const now = performance.now();
    for (const [id, since] of waiting) {
      if (!found.has(id) && now - since < GIVEN_UP_MS) continue;
      samples.push(now - since);
      waiting.delete(id);
    }
    await pause(LOOK_MS);
  }
}
