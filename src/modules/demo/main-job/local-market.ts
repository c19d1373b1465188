import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { OutboxRelay } from '../../../core/events/index.js';
import { createHttpApplication } from '../../../core/http/index.js';
import { TaskWorkers } from '../../../core/tasks/index.js';

const DRAIN_MS = 10_000;

/** API and worker in this process, on a free port, for as long as `work` runs. */
export async function withLocalMarket<T>(work: (url: string) => Promise<T>): Promise<T> {
  // Loaded when needed: the application contains this module.
  const { AppModule } = await import('../../../app.module.js');
  const app = await createHttpApplication(AppModule, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    await app.listen(0, '127.0.0.1');
    return await whileWorking(app, async () => work(await app.getUrl()));
  } finally {
    await app.close();
  }
}

/** Events are handed on and tasks run while `work` runs. */
export async function whileWorking<T>(
  app: NestFastifyApplication,
  work: () => Promise<T>,
): Promise<T> {
  const relay = app.get(OutboxRelay);
  const workers = app.get(TaskWorkers);
  await workers.start();
  relay.start();
  try {
    return await work();
  } finally {
    await relay.stop();
    await workers.stop(DRAIN_MS);
  }
}
