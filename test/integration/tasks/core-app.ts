import {
  Global,
  Module,
  type INestApplicationContext,
  type Provider,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Clock, Ids } from '../../../src/core/clock/index.js';
import { AppConfig, loadEnv } from '../../../src/core/config/index.js';
import { DatabaseModule } from '../../../src/core/database/index.js';
import { EventsModule } from '../../../src/core/events/index.js';
import { TasksModule } from '../../../src/core/tasks/index.js';

export interface CoreAppOptions {
  readonly databaseUrl: string;
  /** Queues in Redis instead of PostgreSQL. */
  readonly redisUrl?: string | undefined;
  readonly providers?: readonly Provider[];
  readonly modules?: readonly Type[];
}

/** Database, tasks and events without any domain module, for what these specs bring along. */
export async function createCoreApp(options: CoreAppOptions): Promise<INestApplicationContext> {
  const env = loadEnv({
    NODE_ENV: 'test',
    DATABASE_URL: options.databaseUrl,
    REDIS_URL: options.redisUrl,
    MEILI_URL: 'http://127.0.0.1:9',
    DATABASE_POOL_SIZE: '12',
  });

  @Global()
  @Module({
    providers: [{ provide: AppConfig, useValue: new AppConfig(env) }, Clock, Ids],
    exports: [AppConfig, Clock, Ids],
  })
  class BaseModule {}

  @Module({
    imports: [BaseModule, DatabaseModule, TasksModule, EventsModule, ...(options.modules ?? [])],
    providers: [...(options.providers ?? [])],
  })
  class CoreAppModule {}

  return NestFactory.createApplicationContext(CoreAppModule, {
    logger: process.env.SPEC_LOGS ? ['log', 'warn', 'error'] : false,
    abortOnError: false,
  });
}

/** Waits until `isTrue` answers true; fails with `what` when it takes longer. */
export async function until(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  limitMs = 20_000,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`Not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
