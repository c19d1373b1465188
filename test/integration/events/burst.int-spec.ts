import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { Outbox, OutboxRelay } from '../../../src/core/events/index.js';
import { TaskWorkers } from '../../../src/core/tasks/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createCoreApp, until } from '../tasks/core-app.js';
import {
  EFFECTS,
  LedgerListener,
  MoodyListener,
  orderCounted,
  ShippingListener,
} from './sample-events.js';

/** Some two hundred units of work: many more than are open at once, and many rounds of each relay. */
const EVENTS = 5_000;
const WRITERS = 20;

/** The same sequence at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('a burst of events', () => {
  let database: TestDatabase;
  const apps: INestApplicationContext[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(EFFECTS);
    const providers = [LedgerListener, ShippingListener, MoodyListener];
    for (const databaseUrl of [database.url, database.url]) {
      apps.push(await createCoreApp({ databaseUrl, providers }));
    }
  });

  afterAll(async () => {
    for (const app of apps) await app.close();
    await database.drop();
  });

  it('passes over none and repeats none, with twenty writers, late commits and two relays', async () => {
    for (const app of apps) {
      await app.get(TaskWorkers).start();
      app.get(OutboxRelay).start();
    }
    const [app] = apps;
    if (!app) throw new Error('no application');
    const unitOfWork = app.get(UnitOfWork);
    const outbox = app.get(Outbox);
    const random = seeded(7);
    let written = 0;
    const writer = async (): Promise<void> => {
      while (written < EVENTS) {
        const first = written;
        const count = Math.min(1 + Math.floor(random() * 50), EVENTS - written);
        written += count;
        await unitOfWork.run(async () => {
          const numbers = Array.from({ length: count }, (_, index) => first + index);
          // Ids are taken here and committed later: a reader that follows the ids would miss them.
          await outbox.recordMany(
            orderCounted,
            numbers.map((number) => ({ payload: { number } })),
          );
          await sleep(random() * 60);
        });
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, writer));

    const count = async (query: string): Promise<number> =>
      (await database.pool.query<{ count: number }>(query)).rows[0]?.count ?? -1;
    await until(
      'all deliveries are done',
      async () =>
        (await count('select count(*)::int from outbox_deliveries where done_at is not null')) ===
        EVENTS,
      200_000,
    );
    expect(await count('select count(*)::int from outbox_events where sent_at is null')).toBe(0);
    expect(await count('select count(*)::int from effects')).toBe(EVENTS);
    expect(await count('select count(distinct number)::int from effects')).toBe(EVENTS);
  }, 240_000);
});
