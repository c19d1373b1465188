import { TaskStore, TaskWorkers } from '../../src/core/tasks/index.js';
import { createAccount } from '../factories/account.factory.js';
import type { ListScenario } from './scenario.js';

export const scenarios: ListScenario[] = [
  {
    field: 'failedTasks',
    query: '{ failedTasks { id name queue attempts reason failedAt } }',
    async prepare(app, rows) {
      await app.get(TaskStore).ensureReady();
      // The queues stand outside our schema and are not emptied with it.
      const queue = app.get(TaskStore).queue('documents');
      await queue.obliterate({ force: true });
      for (let made = 0; made < rows; made += 1)
        await queue.add('samples.nobodyKnows', { requestId: null, payload: {} });
      await app.get(TaskWorkers).drain();
      return { as: await createAccount(app, { isAdministrator: true }) };
    },
  },
];
