import { createAccount } from '../factories/account.factory.js';
import type { ListScenario } from './scenario.js';

export const scenarios: ListScenario[] = [
  {
    field: 'notifications',
    query: `query { notifications(first: 50) { totalCount nodes { id kind title body createdAt readAt } } }`,
    async prepare(app, rows) {
      const person = await createAccount(app);
      await app.database.pool.query(
        `insert into notifications (id, event_id, account_id, kind, params, position, created_at)
         select uuidv7(), uuidv7(), $1::uuid, 'RECOMMENDATIONS_CHANGED', '{}', n, now() from generate_series(1, $2) n`,
        [person.account.id, rows],
      );
      return { as: person };
    },
  },
  {
    field: 'notificationPreferences',
    query: `query { notificationPreferences { kind } }`,
    async prepare(app) {
      return { as: await createAccount(app), expected: null };
    },
  },
];
