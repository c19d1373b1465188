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

const visible: Promise<number>[] = [];
for (const [i, id] of ids.entries()) {
  const word = `鲜度${i}x${Date.now().toString(36)}`;
  await uow.run(async () => {
    await uow.sql
      .updateTable('job_postings')
      .set(({ eb }) => ({ title: word, version: eb('version', '+', 1), updated_at: new Date() }))
      .where('id', '=', id)
      .execute();
    await outbox.record(jobPostingChanged, { jobPostingId: id });
  });
  visible.push(untilFound(word, performance.now()));
  await pause(1_000 / PER_SECOND);
}
const samples = await Promise.all(visible);
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

async function untilFound(word: string, since: number): Promise<number> {
  for (;;) {
    const { ids: found } = await engine.search(JOB_POSTINGS_INDEX, { text: word, matching: 'all' });
    const waited = performance.now() - since;
    if (found.length > 0 || waited > GIVEN_UP_MS) return waited;
    await pause(100);
  }
}
