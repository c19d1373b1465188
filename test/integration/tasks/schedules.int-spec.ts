import type { INestApplicationContext } from '@nestjs/common';
import { z } from 'zod';
import {
  defineSchedule,
  defineTask,
  TaskStore,
  TaskWorkers,
} from '../../../src/core/tasks/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createCoreApp, until } from './core-app.js';
import { noteNumber, SampleProcessor } from './sample-tasks.js';

describe('schedules and start-up checks', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createCoreApp({ databaseUrl: database.url, providers: [SampleProcessor] });
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('refuses a schedule whose payload does not fit its task', () => {
    expect(() =>
      defineSchedule('samples-bad', noteNumber, { number: 1.5 }, { cron: '* * * * *' }),
    ).toThrow('expected int');
  });

  it('keeps the schedules of the queue equal to the declared ones and leaves unchanged ones alone', async () => {
    await app.get(TaskStore).ensureReady();
    const queue = app.get(TaskStore).queue('matching');
    const workers = app.get(TaskWorkers);
    defineSchedule('samples-nightly', noteNumber, { number: 7 }, { cron: '30 3 * * *' });
    await queue.upsertJobScheduler('samples-removed', { pattern: '0 4 * * *' }, { name: 'x' });

    await workers.start();
    const first = await queue.getJobSchedulers(0, -1, true);
    expect(first.map(({ key, pattern, tz, name }) => ({ key, pattern, tz, name }))).toEqual([
      {
        key: 'samples-nightly',
        pattern: '30 3 * * *',
        tz: 'Asia/Shanghai',
        name: 'samples.noteNumber',
      },
    ]);
    // 03:30 in China is 19:30 UTC.
    expect(new Date(first[0]?.next ?? 0).toISOString()).toMatch(/T19:30:00\.000Z$/);
    const [before] = await queue.getJobs(['delayed']);
    expect(before?.data).toEqual({ requestId: null, payload: { number: 7 } });
    await workers.stop();

    // Fell due while no worker was up: the next start runs it instead of only planning tomorrow's.
    await database.pool.query(
      `update bullmq.job set process_at_ms = 1 where queue = 'matching' and id = $1`,
      [before?.id],
    );
    await workers.start();
    await until('it was run', () => app.get(SampleProcessor).notes.length === 1);
    await workers.stop();
    expect(app.get(SampleProcessor).notes[0]?.number).toBe(7);
    const [next] = await queue.getJobs(['delayed']);
    expect(next?.id).not.toBe(before?.id);
  });

  it('refuses to start while a declared task has no handler', async () => {
    defineTask('matching', 'samples.orphaned', z.object({}));
    await expect(app.get(TaskWorkers).start()).rejects.toThrow(
      'Tasks without a handler: samples.orphaned',
    );
  });

  it('refuses a task with two handlers', async () => {
    class SecondProcessor extends SampleProcessor {}
    const twice = await createCoreApp({
      databaseUrl: database.url,
      providers: [SampleProcessor, SecondProcessor],
    });
    await expect(twice.get(TaskWorkers).start()).rejects.toThrow('has two handlers');
    await twice.close();
  });
});
