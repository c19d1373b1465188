import { ANONYMOUS } from '../../src/core/auth/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { SessionService } from '../../src/modules/identity/session/session.service.js';
import { createAccount } from '../factories/account.factory.js';
import type { ListScenario } from './scenario.js';

export const scenarios: ListScenario[] = [
  {
    field: 'sessions',
    query: '{ sessions { id channel createdAt deviceLabel expiresAt } }',
    async prepare(app, rows) {
      const someone = await createAccount(app);
      const sessions = app.get(SessionService);
      for (let open = 1; open < rows; open += 1)
        await app
          .get(UnitOfWork)
          .run(() => sessions.open(ANONYMOUS, someone.account.id, sessions.newTicket('API')));
      return { as: someone };
    },
  },
  {
    field: 'accountRecords',
    query: `query { accountRecords(first: 50) { totalCount nodes { account { displayName } state registeredAt } } }`,
    async prepare(app, rows) {
      const administrator = await createAccount(app, { isAdministrator: true });
      for (let others = 1; others < rows; others += 1) await createAccount(app);
      return { as: administrator };
    },
  },
];
