import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { Outbox } from '../../../src/core/events/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createCoreApp, until } from '../tasks/core-app.js';
import {
  EFFECTS,
  LedgerListener,
  MoodyListener,
  orderPlaced,
  ShippingListener,
} from './sample-events.js';

const ORDERS = 300;
const LOADER = resolve(import.meta.dirname, '../../../src/launch/typescript-hooks.mjs');
const CHILD = resolve(import.meta.dirname, 'worker-child.ts');

describe('a worker that is killed', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let child: ChildProcess | null = null;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(EFFECTS);
    app = await createCoreApp({
      databaseUrl: database.url,
      providers: [LedgerListener, ShippingListener, MoodyListener],
    });
  });

  afterAll(async () => {
    child?.kill('SIGKILL');
    await app.close();
    await database.drop();
  });

  const startWorker = async (): Promise<ChildProcess> => {
    const started = fork(CHILD, [database.url, ''], {
      execArgv: ['--no-warnings', '--import', LOADER],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(started, 'message');
    return started;
  };
  const count = async (query: string): Promise<number> =>
    (await database.pool.query<{ count: number }>(query)).rows[0]?.count ?? -1;
  const effects = (listener: string): Promise<number> =>
    count(`select count(*)::int from effects where listener = '${listener}'`);

  it('leaves every effect done exactly once', async () => {
    const outbox = app.get(Outbox);
    await app.get(UnitOfWork).run(() =>
      outbox.recordMany(
        orderPlaced,
        Array.from({ length: ORDERS }, (_, number) => ({ payload: { number } })),
      ),
    );
    for (const killedAfter of [ORDERS * 0.2, ORDERS * 0.6]) {
      child = await startWorker();
      await until('work is half done', async () => (await effects('ledger')) >= killedAfter);
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await effects('ledger')).toBeLessThan(ORDERS);
    }
    child = await startWorker();
    await until(
      'the rest is done',
      async () =>
        (await count('select count(*)::int from outbox_deliveries where done_at is null')) === 0 &&
        (await effects('shipping')) === ORDERS,
      60_000,
    );
    expect(await effects('ledger')).toBe(ORDERS);
    expect(
      await count(`select count(distinct number)::int from effects where listener = 'ledger'`),
    ).toBe(ORDERS);
  }, 120_000);
});
