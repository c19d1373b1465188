import type { INestApplicationContext } from '@nestjs/common';
import { ANONYMOUS, type Actor } from '../../../src/core/auth/index.js';
import { runInContext, systemContext } from '../../../src/core/context/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { Outbox, OutboxRelay } from '../../../src/core/events/index.js';
import { DeadTasks, TaskWorkers } from '../../../src/core/tasks/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createCoreApp } from '../tasks/core-app.js';
import {
  EFFECTS,
  LedgerListener,
  MoodyListener,
  nobodyCares,
  orderFlawed,
  orderPlaced,
  ShippingListener,
} from './sample-events.js';

describe('outbox and delivery', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let unitOfWork: UnitOfWork;
  let outbox: Outbox;
  let relay: OutboxRelay;
  let workers: TaskWorkers;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(EFFECTS);
  });

  beforeEach(async () => {
    await database.pool.query('truncate outbox_events cascade; truncate effects');
    await database.pool.query('drop schema if exists bullmq cascade');
    app = await createCoreApp({
      databaseUrl: database.url,
      providers: [LedgerListener, ShippingListener, MoodyListener],
    });
    unitOfWork = app.get(UnitOfWork);
    outbox = app.get(Outbox);
    relay = app.get(OutboxRelay);
    workers = app.get(TaskWorkers);
  });

  afterEach(() => app.close());
  afterAll(() => database.drop());

  const rows = async (query: string): Promise<unknown[]> =>
    (await database.pool.query<Record<string, unknown>>(query)).rows;
  const effects = () => rows('select listener, number from effects order by 1, 2');
  const deliveries = () =>
    rows(`select listener, done_at is not null as done, failure from outbox_deliveries order by 1`);

  it('refuses an event outside a unit of work and one whose payload does not fit', async () => {
    await expect(outbox.record(orderPlaced, { number: 1 })).rejects.toThrow(
      'samples.orderPlaced recorded outside a unit of work',
    );
    await expect(unitOfWork.run(() => outbox.record(orderPlaced, { number: 1.5 }))).rejects.toThrow(
      'expected int',
    );
    expect(await rows('select 1 from outbox_events')).toEqual([]);
  });

  it('keeps no event of a unit of work that rolled back', async () => {
    const failing = unitOfWork.run(async () => {
      await outbox.record(orderPlaced, { number: 1 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await rows('select 1 from outbox_events')).toEqual([]);
  });

  it('stores who, when, about what and in which request, and nothing but the declared fields', async () => {
    const accountId = '0198a000-0000-7000-8000-000000000001';
    const actor: Actor = { ...ANONYMOUS, kind: 'ACCOUNT', accountId };
    const payload = { number: 1, phone: '13800000000' };
    await runInContext({ ...systemContext('request-1'), actor }, () =>
      unitOfWork.run(() => outbox.record(orderPlaced, payload, { type: 'order', id: accountId })),
    );
    expect(
      await rows(
        'select name, payload, subject_type, subject_id, actor_id, request_id from outbox_events',
      ),
    ).toEqual([
      {
        name: 'samples.orderPlaced',
        payload: { number: 1 },
        subject_type: 'order',
        subject_id: accountId,
        actor_id: accountId,
        request_id: 'request-1',
      },
    ]);
  });

  it('delivers to every listener, as the system and in the request of whoever acted', async () => {
    await runInContext(systemContext('request-2'), () =>
      unitOfWork.run(() =>
        outbox.recordMany(
          orderPlaced,
          [1, 2].map((number) => ({ payload: { number } })),
        ),
      ),
    );
    expect(await relay.runOnce()).toBe(2);
    expect(await relay.runOnce()).toBe(0);
    expect((await workers.drain()).failures).toEqual([]);
    expect(await effects()).toEqual([
      { listener: 'ledger', number: 1 },
      { listener: 'ledger', number: 2 },
      { listener: 'shipping', number: 1 },
      { listener: 'shipping', number: 2 },
    ]);
    const [first] = app.get(ShippingListener).seen;
    expect(first).toMatchObject({ number: 1, requestId: 'request-2', actorKind: 'SYSTEM' });
    expect(first?.meta).toMatchObject({ actorId: null, requestId: 'request-2' });
    expect(first?.meta.occurredAt).toBeInstanceOf(Date);
    expect(await rows('select 1 from outbox_deliveries where done_at is null')).toEqual([]);
  });

  it('marks an event without listeners as sent', async () => {
    await unitOfWork.run(() => outbox.record(nobodyCares, {}));
    expect(await relay.runOnce()).toBe(1);
    expect(await rows('select sent_at is not null as sent from outbox_events')).toEqual([
      { sent: true },
    ]);
    expect(await deliveries()).toEqual([]);
  });

  it('lets one listener fail without stopping the other, shows it and drives it anew', async () => {
    await unitOfWork.run(() => outbox.record(orderFlawed, { number: 5 }));
    await relay.runOnce();
    await workers.drain({ includeDelayed: true });
    expect(await effects()).toEqual([{ listener: 'ledger', number: 5 }]);
    expect(await deliveries()).toEqual([
      { listener: 'LedgerListener.onFlawed', done: true, failure: null },
      { listener: 'MoodyListener.onFlawed', done: false, failure: 'REQUEST_STALE' },
    ]);
    // Given up means given up: the sweep leaves it to a person.
    expect(await relay.sweep(0)).toBe(0);

    const deadTasks = app.get(DeadTasks);
    const dead = await deadTasks.list();
    expect(dead).toMatchObject([
      { queue: 'events', reason: 'REQUEST_STALE', payload: { listener: 'MoodyListener.onFlawed' } },
    ]);
    expect(await deadTasks.redrive('events/not-an-id/MoodyListener.onFlawed')).toBe(false);
    app.get(MoodyListener).refuses = false;
    expect(await deadTasks.redriveAll()).toBe(1);
    expect(await relay.sweep()).toBe(1);
    await workers.drain();
    expect(await effects()).toEqual([
      { listener: 'ledger', number: 5 },
      { listener: 'moody', number: 5 },
    ]);
    expect(await deadTasks.list()).toEqual([]);
  });

  it('skips a listener that is gone after a deploy', async () => {
    await unitOfWork.run(() => outbox.record(orderPlaced, { number: 1 }));
    await relay.runOnce();
    await database.pool.query(
      `update outbox_deliveries set listener = 'Gone.onPlaced' where listener like 'Ledger%'`,
    );
    expect(await relay.sweep(-1)).toBe(2);
    await workers.drain();
    expect(await deliveries()).toEqual([
      { listener: 'Gone.onPlaced', done: true, failure: 'skipped: no such listener' },
      { listener: 'ShippingListener.onPlaced', done: true, failure: null },
    ]);
  });

  it('hands over again what a wiped queue lost, and nothing twice', async () => {
    await unitOfWork.run(() =>
      outbox.recordMany(
        orderPlaced,
        Array.from({ length: 30 }, (_, number) => ({ payload: { number } })),
      ),
    );
    await relay.runOnce();
    expect(await relay.sweep()).toBe(0);
    await database.pool.query('truncate bullmq.job, bullmq.dedup cascade');
    expect((await workers.drain()).runs).toBe(0);
    // A delivery of any age is still handed over.
    await database.pool.query(`update outbox_deliveries set sent_at = now() - interval '400 days'`);
    expect(await relay.sweep()).toBe(60);
    // The next deadline is twice as long.
    await database.pool.query(`update outbox_deliveries set sent_at = now() - interval '119 s'`);
    expect(await relay.sweep()).toBe(0);
    await database.pool.query(`update outbox_deliveries set sent_at = now() - interval '121 s'`);
    // Still waiting in the queue: handed over once more it is not there twice.
    expect(await relay.sweep()).toBe(60);
    expect((await workers.drain()).runs).toBe(90);
    expect(
      await rows(
        'select listener, count(*)::int, count(distinct number)::int as numbers from effects group by 1 order by 1',
      ),
    ).toEqual([
      { listener: 'ledger', count: 30, numbers: 30 },
      { listener: 'shipping', count: 30, numbers: 30 },
    ]);
    expect(await relay.sweep(-1)).toBe(0);
  });

  it('purges finished events after ninety days and keeps open and given-up ones', async () => {
    await unitOfWork.run(async () => {
      await outbox.record(nobodyCares, {});
      await outbox.record(orderPlaced, { number: 1 });
      await outbox.record(nobodyCares, {});
    });
    await relay.runOnce();
    await database.pool.query(`update outbox_events set sent_at = now() - interval '91 days'
      where id <> (select id from outbox_events order by id desc limit 1)`);
    const { purgeFinishedEvents } = await import('../../../src/core/events/events.tasks.js');
    const { TaskQueue } = await import('../../../src/core/tasks/index.js');
    await database.pool.query('truncate bullmq.job, bullmq.dedup cascade');
    await app.get(TaskQueue).enqueue(purgeFinishedEvents, {});
    expect(await workers.drain()).toEqual({ runs: 1, failures: [] });
    expect(await rows('select name from outbox_events order by id')).toEqual([
      { name: 'samples.orderPlaced' },
      { name: 'samples.nobodyCares' },
    ]);
  });
});
