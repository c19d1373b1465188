import type { INestApplicationContext } from '@nestjs/common';
import type pg from 'pg';
import { Redis } from 'ioredis';
import { runInContext, systemContext } from '../../../src/core/context/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { DeadTasks, TaskQueue, TaskStore, TaskWorkers } from '../../../src/core/tasks/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createCoreApp, until } from './core-app.js';
import { hasRedisServer, startRedisServer, type RedisServer } from './redis-server.js';
import {
  failAs,
  noteNumber,
  SampleProcessor,
  waitForSignal,
  waitPatiently,
} from './sample-tasks.js';

const backends = [
  { backend: 'PostgreSQL', isHere: true },
  { backend: hasRedisServer ? 'Redis' : 'Redis (no redis-server here)', isHere: hasRedisServer },
];

for (const { backend, isHere } of backends) {
  const usesRedis = backend.startsWith('Redis');
  (isHere ? describe : describe.skip)(`tasks on ${backend}`, () => {
    let database: TestDatabase;
    let redis: RedisServer | null = null;
    let app: INestApplicationContext;
    let queue: TaskQueue;
    let workers: TaskWorkers;
    let processor: SampleProcessor;

    beforeAll(async () => {
      database = await createTestDatabase();
      redis = usesRedis ? await startRedisServer() : null;
    });

    beforeEach(async () => {
      await redis?.wipe();
      if (!usesRedis) await database.pool.query('drop schema if exists bullmq cascade');
      app = await createCoreApp({
        databaseUrl: database.url,
        redisUrl: redis?.url,
        providers: [SampleProcessor],
      });
      queue = app.get(TaskQueue);
      workers = app.get(TaskWorkers);
      processor = app.get(SampleProcessor);
    });

    afterEach(() => app.close());
    afterAll(async () => {
      await redis?.stop();
      await database.drop();
    });

    it('runs a task as the system, with the request id of whoever enqueued it', async () => {
      await runInContext(systemContext('request-7'), () =>
        queue.enqueue(noteNumber, { number: 1 }),
      );
      await queue.enqueueMany(noteNumber, [
        { payload: { number: 2 }, requestId: 'request-8' },
        { payload: { number: 3 } },
      ]);

      expect(await workers.drain()).toEqual({ runs: 3, failures: [] });
      expect(processor.notes.slice(0, 2)).toEqual([
        { number: 1, requestId: 'request-7', actorKind: 'SYSTEM' },
        { number: 2, requestId: 'request-8', actorKind: 'SYSTEM' },
      ]);
      expect(processor.notes[2]?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('adds a deduplicated task once while it waits', async () => {
      for (const number of [1, 2, 3]) {
        await queue.enqueue(noteNumber, { number }, { deduplicationId: 'posting-1' });
      }
      await queue.enqueue(noteNumber, { number: 4 }, { deduplicationId: 'posting-2' });
      await workers.drain();
      expect(processor.notes.map(({ number }) => number)).toEqual([1, 4]);
    });

    it('runs the newest of those enqueued during a run once more, after it', async () => {
      let open = (): void => undefined;
      processor.gate = new Promise((resolve) => (open = resolve));
      await queue.enqueue(noteNumber, { number: 1 }, { deduplicationId: 'posting-1' });
      const drained = workers.drain();
      await until('the first run began', () => processor.notes.length === 1);
      for (const number of [2, 3]) {
        await queue.enqueue(noteNumber, { number }, { deduplicationId: 'posting-1' });
      }
      expect(processor.notes).toHaveLength(1);
      open();
      await drained;
      await workers.drain();
      expect(processor.notes.map(({ number }) => number)).toEqual([1, 3]);
    });

    it('tries a failed task again later, and counts its attempts', async () => {
      await queue.enqueue(failAs, { kind: 'once' });
      expect(await workers.drain()).toEqual({
        runs: 1,
        failures: [{ task: 'samples.failAs', reason: 'Error: not this time' }],
      });
      expect(await workers.drain({ includeDelayed: true })).toEqual({ runs: 1, failures: [] });
      expect(processor.attempts).toEqual([1, 2]);
    });

    it.each([
      ['a refusal no further try can change', 'refusal', 'INPUT_MALFORMED', 1],
      ['what the handler calls terminal', 'terminal', 'TerminalTaskError: never', 1],
      ['a conflict after five tries', 'rival', 'REQUEST_STALE', 5],
    ] as const)('parks %s, shows it and drives it anew', async (_, kind, reason, tries) => {
      const deadTasks = app.get(DeadTasks);
      await queue.enqueue(failAs, { kind });
      await workers.drain({ includeDelayed: true });
      expect(processor.attempts).toHaveLength(tries);

      const dead = await deadTasks.list();
      expect(dead).toHaveLength(1);
      expect(dead[0]).toMatchObject({ task: 'samples.failAs', payload: { kind }, reason });
      expect(await deadTasks.redrive('documents/unknown')).toBe(false);
      expect(await deadTasks.redrive(dead[0]?.id ?? '')).toBe(true);
      expect(await deadTasks.list()).toEqual([]);
      await workers.drain({ includeDelayed: true });
      expect(processor.attempts).toHaveLength(2 * tries);
      expect(await deadTasks.redriveAll()).toBe(1);
    });

    it('parks a task whose worker died five times while it ran', async () => {
      await queue.enqueue(noteNumber, { number: 1 });
      await setStalls(database.pool, redis, 4);
      await queue.enqueue(noteNumber, { number: 2 });
      expect((await workers.drain()).failures).toEqual([]);
      expect(processor.notes).toHaveLength(2);

      await queue.enqueue(noteNumber, { number: 3 });
      await setStalls(database.pool, redis, 5);
      const reason = 'its worker died 5 times while it ran';
      expect((await workers.drain()).failures).toEqual([{ task: 'samples.noteNumber', reason }]);
      expect(processor.notes).toHaveLength(2);
      const dead = await app.get(DeadTasks).list();
      expect(dead.map((task) => task.reason)).toEqual([reason]);
      // Driven anew it starts with a clean count.
      expect(await app.get(DeadTasks).redriveAll()).toBe(1);
      await workers.drain();
      expect(processor.notes.map(({ number }) => number)).toEqual([1, 2, 3]);
    });

    it('ends the wait for a handler at its time limit', async () => {
      await queue.enqueue(waitForSignal, {});
      const since = Date.now();
      expect((await workers.drain()).failures).toEqual([
        { task: 'samples.waitForSignal', reason: 'TimeLimitError: not done within 300 ms' },
      ]);
      expect(Date.now() - since).toBeLessThan(2_000);
    });

    it('refuses what does not belong into a queue', async () => {
      const unitOfWork = app.get(UnitOfWork);
      await expect(unitOfWork.run(() => queue.enqueue(noteNumber, { number: 1 }))).rejects.toThrow(
        'samples.noteNumber enqueued inside a unit of work',
      );
      await expect(queue.enqueue(noteNumber, { number: 1.5 })).rejects.toThrow('expected int');
      await expect(
        queue.enqueue(noteNumber, { number: 1, text: 'x'.repeat(4_100) }),
      ).rejects.toThrow('below 4096');
      await expect(
        queue.enqueue(noteNumber, { number: 1 }, { deduplicationId: 'a:b' }),
      ).rejects.toThrow('cannot be a deduplication id');
      await expect(
        queue.enqueue(noteNumber, { number: 1 }, { delayMs: 25 * 3_600_000 }),
      ).rejects.toThrow('a day at most');
      expect(await workers.drain()).toEqual({ runs: 0, failures: [] });
    });

    it('gives a task back at shutdown without counting the try', async () => {
      await workers.start();
      await queue.enqueue(waitPatiently, {});
      await until('it runs', () => processor.waiting === 1);
      await workers.stop(2_000);
      const waiting = await app.get(TaskStore).queue('imports').getJobs(['waiting']);
      expect(waiting.map((job) => [job.name, job.attemptsMade])).toEqual([
        ['samples.waitPatiently', 0],
      ]);
    });

    it('works on what is enqueued while it runs, and waits for it when it stops', async () => {
      await workers.start();
      const since = Date.now();
      await queue.enqueue(noteNumber, { number: 1 });
      await until('the first was run', () => processor.notes.length === 1);
      // Told of it, not found by the next look for work, 5 s later.
      expect(Date.now() - since).toBeLessThan(4_000);
      processor.gate = new Promise((resolve) => setTimeout(resolve, 300));
      await queue.enqueue(noteNumber, { number: 2 });
      await until('the second began', () => processor.notes.length === 2);
      await workers.stop();
      const counts = await app.get(TaskStore).queue('matching').getJobCounts();
      expect(counts).toMatchObject({ active: 0, waiting: 0, delayed: 0, failed: 0 });
    });
  });
}

async function setStalls(pool: pg.Pool, redis: RedisServer | null, count: number): Promise<void> {
  if (!redis) {
    await pool.query('update bullmq.job set stalled_count = $1', [count]);
    return;
  }
  const client = new Redis(redis.url);
  for (const key of await client.keys('gongqiao:matching:*')) {
    if (/:\d+$/.test(key)) await client.hset(key, 'stc', count);
  }
  client.disconnect();
}
