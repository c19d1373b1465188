import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AuditSealer } from './core/audit/index.js';
import { OutboxRelay } from './core/events/index.js';
import { keepHeartbeat, ProcessState } from './core/health/index.js';
import {
  runProcess,
  shutDownInOrder,
  tellParent,
  type ProcessParts,
} from './core/process/index.js';
import { Seeding } from './core/seeding/index.js';
import { TaskWorkers } from './core/tasks/index.js';
import { MatchWarmUp } from './modules/matching/index.js';
import { WorkerModule } from './worker.module.js';

const DRAIN_MS = 10_000;

/** Given by the launcher: what an installation needs before anyone works with it is loaded first. */
const SEED_FLAG = '--seed';

/** The worker process: hands on events, runs tasks, keeps the schedules. */
async function work({ config, logger }: ProcessParts): Promise<void> {
  const context = await NestFactory.createApplicationContext(WorkerModule, {
    logger,
    abortOnError: false,
  });
  const relay = context.get(OutboxRelay);
  const workers = context.get(TaskWorkers);
  const sealer = context.get(AuditSealer);
  shutDownInOrder({
    logger,
    deadlineMs: DRAIN_MS + 5000,
    stop: async () => {
      context.get(ProcessState).beginStopping();
      await relay.stop();
      await workers.stop(DRAIN_MS);
      await sealer.stop();
      await context.close();
    },
  });
  if (process.argv.includes(SEED_FLAG)) await seed(context.get(Seeding));
  await workers.start();
  relay.start();
  sealer.start();
  keepHeartbeat(join(config.env.DATA_DIR, 'worker-alive'));
  logger.log('Working', 'Process');
  await tellParent({ kind: 'ready' });
  await context.get(MatchWarmUp, { strict: false }).everything();
}

async function seed(seeding: Seeding): Promise<void> {
  const ran = await seeding.run((text) => void tellParent({ kind: 'note', text }));
  await tellParent({ kind: 'seeded', ran, demoLogIns: await seeding.demoLogIns() });
}

await runProcess({ service: 'worker' }, work);
