import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { withoutServers } from '../../src/core/config/index.js';
import { WorkerModule } from '../../src/worker.module.js';
import { withEnvironment } from './environment.js';

/** The worker process as it is put together, not started and connected to nothing. */
export function createWorkerContext(): Promise<INestApplicationContext> {
  return withEnvironment({ ...withoutServers(), NODE_ENV: 'test' }, () =>
    NestFactory.createApplicationContext(WorkerModule, {
      logger: ['fatal', 'error'],
      abortOnError: false,
    }),
  );
}
