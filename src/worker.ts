import { NestFactory } from '@nestjs/core';
import { OutboxRelay } from './core/events/index.js';
import { ProcessState } from './core/health/index.js';
import {
  runProcess,
  shutDownInOrder,
  tellParent,
  type ProcessParts,
} from './core/process/index.js';
import { TaskWorkers } from './core/tasks/index.js';
import { WorkerModule } from './worker.module.js';

const DRAIN_MS = 10_000;

/** The worker process: hands on events, runs tasks, keeps the schedules. */
async function work({ logger }: ProcessParts): Promise<void> {
  const context = await NestFactory.createApplicationContext(WorkerModule, {
    logger,
    abortOnError: false,
  });
  const relay = context.get(OutboxRelay);
  const workers = context.get(TaskWorkers);
  shutDownInOrder({
    logger,
    deadlineMs: DRAIN_MS + 5000,
    stop: async () => {
      context.get(ProcessState).beginStopping();
      await relay.stop();
      await workers.stop(DRAIN_MS);
      await context.close();
    },
  });
  await workers.start();
  relay.start();
  logger.log('Working', 'Process');
  await tellParent({ kind: 'ready' });
}

await runProcess({ service: 'worker' }, work);
