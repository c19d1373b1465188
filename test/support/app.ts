import { randomBytes } from 'node:crypto';
import { Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { apiModules } from '../../src/core/api.modules.js';
import { Clock } from '../../src/core/clock/index.js';
import { onStatement } from '../../src/core/database/index.js';
import { OutboxRelay } from '../../src/core/events/index.js';
import { createHttpApplication } from '../../src/core/http/index.js';
import { TaskWorkers } from '../../src/core/tasks/index.js';
import { createClient, type Client } from './client.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { withEnvironment } from './environment.js';
import { TestClock } from './test-clock.js';

export interface TestAppOptions {
  /** Feature modules to serve, with those they import; all of the platform unless said. */
  readonly modules?: readonly Type[];
  /** Settings that differ from those of tests. */
  readonly env?: Readonly<Record<string, string>>;
  /** A database to work on instead of an own one: several processes of one installation. Whoever made it drops it. */
  readonly database?: TestDatabase;
  /** Errors a spec provokes on purpose need not be in its output. */
  readonly quiet?: boolean;
}

export interface SettleOptions {
  /** Takes the waiting time of failed and delayed tasks as over. */
  readonly includeDelayed?: boolean;
  /** Tasks may fail; unless said, a failed one fails the spec. */
  readonly allowFailures?: boolean;
}

/** A whole application in this process, with a database of its own. */
export interface TestApp extends Client {
  readonly database: TestDatabase;
  readonly clock: TestClock;
  readonly nest: NestFastifyApplication;
  /** Hands on every event and runs every due task in this process, until nothing is left. */
  settle(options?: SettleOptions): Promise<void>;
  /** A provider of the application, wherever its module stands. */
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** SQL statements that reached the database while `work` ran, transaction control left out. */
  statements(work: () => Promise<unknown>): Promise<string[]>;
  /** Address of a real port, for streams and browsers; listens from the first call on. */
  url(): Promise<string>;
  close(): Promise<void>;
}

/** Real application, real database: `const app = await createTestApp()` in `beforeAll`, `app.close()` in `afterAll`. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const prefix = `test_${randomBytes(6).toString('hex')}`;
  const nest = await withEnvironment(
    {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      DATABASE_POOL_SIZE: '4',
      MEILI_URL: process.env.TEST_MEILI_URL ?? 'http://127.0.0.1:1',
      MEILI_MASTER_KEY: process.env.TEST_MEILI_KEY,
      SEARCH_INDEX_PREFIX: prefix,
      ...options.env,
    },
    async () => createHttpApplication(await rootModule(options.modules), loggerOf(options)),
  );
  const clock = new TestClock();
  clock.control(nest.get(Clock));
  await nest.init();
  await nest.getHttpAdapter().getInstance().ready();

  let address: Promise<string> | null = null;
  return {
    ...createClient(nest),
    database,
    clock,
    nest,
    get: (token) => nest.get(token, { strict: false }),
    settle: (settle) => settleAll(nest, settle),
    statements: recordStatements,
    url() {
      address ??= nest.listen(0, '127.0.0.1').then(() => nest.getUrl());
      return address;
    },
    async close() {
      await nest.close();
      await dropIndexes(prefix);
      if (!options.database) await database.drop();
    },
  };
}

const loggerOf = ({ quiet }: TestAppOptions): { logger: ('fatal' | 'error')[] } => ({
  logger: quiet ? ['fatal'] : ['fatal', 'error'],
});

async function rootModule(modules: readonly Type[] | undefined): Promise<Type> {
  if (!modules) return (await import('../../src/app.module.js')).AppModule;
  @Module({ imports: [...apiModules, ...modules] })
  class TestAppModule {}
  return TestAppModule;
}

async function settleAll(
  nest: NestFastifyApplication,
  { includeDelayed = false, allowFailures = false }: SettleOptions = {},
): Promise<void> {
  const relay = nest.get(OutboxRelay);
  const workers = nest.get(TaskWorkers);
  for (let busy = true; busy;) {
    let events = 0;
    for (let batch = await relay.runOnce(); batch > 0; batch = await relay.runOnce())
      events += batch;
    const { runs, failures } = await workers.drain({ includeDelayed });
    if (failures.length > 0 && !allowFailures) {
      const reasons = failures.map(({ task, reason }) => `${task}: ${reason}`);
      throw new Error(`Tasks failed while settling:\n${reasons.join('\n')}`);
    }
    busy = events > 0 || (runs > 0 && failures.length === 0);
  }
}

const TRANSACTION_CONTROL = /^\s*(begin|commit|rollback|savepoint|release|set |start transaction)/i;

/** SQL statements that reached any database of this process while `work` ran, transaction control left out. */
export async function recordStatements(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const stop = onStatement((statement) => {
    if (!TRANSACTION_CONTROL.test(statement)) statements.push(statement);
  });
  try {
    await work();
  } finally {
    stop();
  }
  return statements;
}

/** Indexes carry the prefix of their application, so that specs can share one search server. */
async function dropIndexes(prefix: string): Promise<void> {
  const server = process.env.TEST_MEILI_URL;
  if (!server) return;
  const headers = { authorization: `Bearer ${process.env.TEST_MEILI_KEY ?? ''}` };
  const answer = await fetch(new URL('/indexes?limit=1000', server), { headers });
  const { results = [] } = (await answer.json()) as { results?: { uid: string }[] };
  const ours = results.filter(({ uid }) => uid.startsWith(prefix));
  await Promise.all(
    ours.map(({ uid }) => fetch(new URL(`/indexes/${uid}`, server), { method: 'DELETE', headers })),
  );
}
