// A worker process of a spec: works until it is killed.
import { OutboxRelay } from '../../../src/core/events/index.js';
import { TaskWorkers } from '../../../src/core/tasks/index.js';
import { createCoreApp } from '../tasks/core-app.js';
import { LedgerListener, MoodyListener, ShippingListener } from './sample-events.js';

const [databaseUrl = '', redisUrl] = process.argv.slice(2);
const app = await createCoreApp({
  databaseUrl,
  redisUrl: redisUrl === '' ? undefined : redisUrl,
  providers: [LedgerListener, ShippingListener, MoodyListener],
});
await app.get(TaskWorkers).start();
app.get(OutboxRelay).start();
process.send?.('working');
// A worker must not outlive the spec that started it.
process.on('disconnect', () => process.exit(1));
