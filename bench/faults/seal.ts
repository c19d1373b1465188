import { createHash } from 'node:crypto';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { UnitOfWork } from '../../src/core/database/index.js';
import { FileStore } from '../../src/core/storage/index.js';
import { SEAL_STEPS } from '../../src/modules/agreements/evidence/seal-steps.js';
import { createAgreement, type TestAgreement } from '../../test/factories/agreement.factory.js';
import type { TestApp } from '../../test/support/app.js';
import { createClient } from '../../test/support/client.js';
import { clearBacklog, openPlatform, report, round } from '../support/platform.js';
import type { Death } from '../support/dying-worker.js';
import { numberAfter } from '../support/arguments.js';
import { openForBoth } from '../support/signing-pair.js';

const AGREEMENTS = numberAfter('--agreements', 1_000);
const KILLS = numberAfter('--kills', 200);
const WORKER = resolve(import.meta.dirname, '../support/dying-worker.ts');
/** A worker that is to die does so within this time, or the run is not what it says. */
const DEATH_MS = 60_000;
const LIMIT_MS = 120_000;

// Agreements are signed by both sides at the same instant by two workers, one after the
// other of which is killed at a step of sealing, each step in turn. `npm run faults -- seal [--agreements N] [--kills N]`; exit code 1 when anything was sealed twice, not
// at all or changed afterwards, or a signature that was acknowledged is not there.
const app = await openPlatform();
await app.getHttpAdapter().getInstance().ready();
const context = {
  ...createClient(app),
  get: <T>(token: abstract new (...args: never[]) => T): T => app.get(token, { strict: false }),
} as TestApp;
const uow = context.get(UnitOfWork);
await uow.db.$executeRaw`truncate organisations, agreements cascade`;
await clearBacklog(app);

async function startWorker(): Promise<ChildProcess> {
  const worker = fork(WORKER, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [message] = (await once(worker, 'message')) as [{ kind: string; message?: string }];
  if (message.kind !== 'ready') throw new Error(message.message ?? 'The worker did not start');
  return worker;
}

/** Seals are written once, so those of earlier runs are there as well. */
const agreements: TestAgreement[] = [];
const ofOurs = () => ({ agreementId: { in: agreements.map(({ id }) => id) } });

/** Hashes of the seals there are, by agreement. */
async function seals(): Promise<Map<string, string>> {
  const rows = await uow.db.agreementSeal.findMany({ where: ofOurs() });
  return new Map(rows.map(({ agreementId, sha256 }) => [agreementId, sha256]));
}

const firstHashes = new Map<string, string>();
const remember = async (): Promise<void> => {
  for (const [id, hash] of await seals()) if (!firstHashes.has(id)) firstHashes.set(id, hash);
};
let kills = 0;
let refused = 0;
let [victim, next] = await Promise.all([startWorker(), startWorker()]);
for (let run = 0; run < KILLS; run += 1) {
  const share = Math.round((AGREEMENTS * (run + 1)) / KILLS) - agreements.length;
  const sign: (() => Promise<number>)[] = [];
  for (let made = 0; made < share; made += 1) {
    const agreement = await createAgreement(context, { state: 'AWAITING_SIGNATURES' });
    agreements.push(agreement);
    sign.push(await openForBoth(context, agreement));
  }
  const at = SEAL_STEPS[run % SEAL_STEPS.length] ?? 'begun';
  const isDead = once(victim, 'exit', { signal: AbortSignal.timeout(DEATH_MS) });
  victim.send({ at, after: Math.floor(run / SEAL_STEPS.length) % 2 } satisfies Death);
  refused += (await Promise.all(sign.map((both) => both()))).reduce((sum, each) => sum + each, 0);
  await isDead;
  kills += victim.signalCode === 'SIGKILL' ? 1 : 0;
  victim = next;
  next = await startWorker();
  await remember();
  if ((run + 1) % 20 === 0) process.stderr.write(`${String(run + 1)} of ${String(KILLS)} kills\n`);
}

const until = performance.now() + LIMIT_MS;
while ((await seals()).size < agreements.length && performance.now() < until) await pause(500);
await remember();
for (const worker of [victim, next]) {
  worker.kill('SIGTERM');
  await once(worker, 'exit');
}

const { rows } = await sql<{
  id: string;
  seals: number;
  files: number;
  signatures: number;
  seconds: number;
}>`
  select a.id,
    (select count(*)::int from agreement_events e where e.agreement_id = a.id and e.kind = 'SEALED') as seals,
    (select count(*)::int from stored_files f where f.purpose = 'agreementSeal' and f.subject_id = a.id) as files,
    (select count(*)::int from agreement_signatures s where s.agreement_id = a.id and s.voided_at is null) as signatures,
    coalesce((select extract(epoch from max(e.occurred_at) filter (where e.kind = 'SEALED')
        - max(e.occurred_at) filter (where e.kind = 'COMPLETED'))::float
      from agreement_events e where e.agreement_id = a.id), 0) as seconds
  from agreements a where a.id = any(${agreements.map(({ id }) => id)}::uuid[])`.execute(uow.sql);
const now = await seals();
let changed = 0;
for (const { agreementId, fileId, sha256 } of await uow.db.agreementSeal.findMany({
  where: ofOurs(),
})) {
  const bytes = await context.get(FileStore).read(fileId);
  const isSame = createHash('sha256').update(bytes).digest('hex') === sha256;
  if (!isSame || firstHashes.get(agreementId) !== now.get(agreementId)) changed += 1;
}
const figures = {
  fault: 'seal',
  agreements: agreements.length,
  kills,
  sealedTwice: rows.filter(({ seals, files }) => seals > 1 || files > 2).length,
  unsealed: agreements.length - now.size,
  lostSignatures: rows.reduce((lost, { signatures }) => lost + (2 - signatures), 0),
  slowestSealS: round(Math.max(...rows.map(({ seconds }) => seconds))),
  changed,
  refused,
};
report(figures);
await app.close();
const { sealedTwice, unsealed, lostSignatures } = figures;
if (sealedTwice + unsealed + lostSignatures + changed + refused > 0 || kills < KILLS) {
  process.exitCode = 1;
}
