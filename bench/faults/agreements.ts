import pg from 'pg';

import { UnitOfWork } from '../../src/core/database/index.js';
import { seeded } from '../eval/support/statistics.js';
import { createClient } from '../../test/support/client.js';
import {
  agreementSequence,
  playAgreementSequence,
} from '../../test/support/agreement-sequences.js';
import { numberAfter } from '../support/arguments.js';
import { clearBacklog, openPlatform, report, round } from '../support/platform.js';

const SEQUENCES = numberAfter('--sequences', 10_000);
const SEED = numberAfter('--seed', 1);
const SIDE_BY_SIDE = 6;

// Random sequences of commands of three parties, all three acting at the same instants, over HTTP on a real database.
// `npm run faults -- agreements [--sequences N] [--seed N]`; exit code 1 when a signature was lost, a state illegal, or an
// agreement in force that not all have signed.
const app = await openPlatform();
await app.getHttpAdapter().getInstance().ready();
await app.get(UnitOfWork, { strict: false }).db
  .$executeRaw`truncate organisations, agreements cascade`;
await clearBacklog(app);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL ?? '' });
const stage = {
  ...createClient(app),
  get: <T>(token: abstract new (...args: never[]) => T): T => app.get(token, { strict: false }),
  database: { pool },
};
const random = seeded(SEED);
const startedAt = performance.now();
const sums = { played: 0, commands: 0, signatures: 0, completed: 0 };
const broken: string[] = [];
let left = SEQUENCES;

async function play(): Promise<void> {
  while (left > 0) {
    left -= 1;
    const sequence = agreementSequence(random);
    const { breaches, signatures, isCompleted } = await playAgreementSequence(stage, sequence);
    sums.played += 1;
    sums.commands += sequence.flat().length;
    sums.signatures += signatures;
    sums.completed += isCompleted ? 1 : 0;
    if (breaches.length > 0) broken.push(`${JSON.stringify(sequence)}: ${breaches.join('; ')}`);
    if (sums.played % 500 === 0)
      process.stderr.write(`${String(sums.played)} of ${String(SEQUENCES)}\n`);
  }
}
await Promise.all(Array.from({ length: SIDE_BY_SIDE }, play));
for (const line of broken.slice(0, 20)) process.stderr.write(`${line}\n`);
report({
  fault: 'agreements',
  sequences: sums.played,
  commands: sums.commands,
  signatures: sums.signatures,
  completed: sums.completed,
  broken: broken.length,
  seconds: round((performance.now() - startedAt) / 1_000),
});
await pool.end();
await app.close();
if (broken.length > 0) process.exitCode = 1;
