import type { INestApplicationContext } from '@nestjs/common';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { Outbox, OutboxRelay } from '../../../src/core/events/index.js';
import { QueueLossWatch } from '../../../src/core/events/queue-loss-watch.js';
import { TaskWorkers } from '../../../src/core/tasks/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createCoreApp, until } from '../tasks/core-app.js';
import { hasRedisServer, startRedisServer, type RedisServer } from '../tasks/redis-server.js';
import {
  EFFECTS,
  LedgerListener,
  MoodyListener,
  orderPlaced,
  ShippingListener,
} from './sample-events.js';

const title = hasRedisServer
  ? 'a Redis that loses its tasks'
  : 'a lost Redis (no redis-server here)';

(hasRedisServer ? describe : describe.skip)(title, () => {
  let database: TestDatabase;
  let redis: RedisServer;
  let app: INestApplicationContext;
  let relay: OutboxRelay;
  let workers: TaskWorkers;

  const create = () =>
    createCoreApp({
      databaseUrl: database.url,
      redisUrl: redis.url,
      providers: [LedgerListener, ShippingListener, MoodyListener],
    });

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(EFFECTS);
    redis = await startRedisServer();
    app = await create();
    relay = app.get(OutboxRelay);
    workers = app.get(TaskWorkers);
  });

  beforeEach(async () => {
    await database.pool.query(
      'truncate outbox_events cascade; truncate effects; truncate installation_facts',
    );
    await redis.wipe();
    await app.get(QueueLossWatch).check();
  });

  afterAll(async () => {
    await app.close();
    await redis.stop();
    await database.drop();
  });

  const effects = async (): Promise<unknown[]> =>
    (
      await database.pool.query<Record<string, unknown>>(
        'select listener, number from effects order by 1, 2',
      )
    ).rows;
  const everything = [
    { listener: 'ledger', number: 1 },
    { listener: 'shipping', number: 1 },
  ];
  const place = () =>
    app.get(UnitOfWork).run(() => app.get(Outbox).record(orderPlaced, { number: 1 }));

  /** As the relay and the workers do: they try again until the connection is back. */
  const untilDelivered = () =>
    until('everything is delivered', async () => {
      await relay.sweep().catch(() => 0);
      await workers.drain().catch(() => null);
      return (await effects()).length === everything.length;
    });

  it('costs delay only when it is wiped before the listeners ran', async () => {
    await place();
    await relay.runOnce();
    await redis.wipe();
    expect((await workers.drain()).runs).toBe(0);
    expect(await relay.sweep(-1)).toBe(2);
    await workers.drain();
    expect(await effects()).toEqual(everything);
  });

  it.each([
    ['wiped', () => redis.wipe()],
    [
      'killed without a copy on disk',
      async () => {
        await redis.kill();
        await redis.restart();
      },
    ],
  ])('runs the listeners again whose tasks were lost when it is %s', async (_, lose) => {
    await place();
    await relay.runOnce();
    // Both deliveries are done; the task that shipping made is still waiting.
    await workers.drain({ queues: ['events'] });
    expect(await effects()).toEqual([{ listener: 'ledger', number: 1 }]);
    await lose();

    await app.get(QueueLossWatch).check();
    await untilDelivered();
    expect(await effects()).toEqual(everything);
    // It is noticed once.
    await app.get(QueueLossWatch).check();
    expect(await relay.sweep(-1)).toBe(0);
  });

  it('fails fast while Redis is away and hands over when it is back', async () => {
    await place();
    await redis.kill();
    const since = Date.now();
    await expect(relay.runOnce()).rejects.toThrow();
    expect(Date.now() - since).toBeLessThan(11_000);
    const { rows } = await database.pool.query<{ due: boolean }>(
      `select sent_at < now() - interval '1 year' as due from outbox_deliveries`,
    );
    expect(rows).toEqual([{ due: true }, { due: true }]);
    await redis.restart();
    await untilDelivered();
    expect(await effects()).toEqual(everything);
  });
});
