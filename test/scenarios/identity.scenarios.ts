import { ANONYMOUS } from '../../src/core/auth/index.js';
import { UnitOfWork } from '../../src/core/database/index.js';
import { SessionService } from '../../src/modules/identity/session/session.service.js';
import { createAccount } from '../factories/account.factory.js';
import type { ListScenario } from './scenario.js';

export const scenarios: ListScenario[] = [
  {
    field: 'accountRecords',
    query: `{
      accountRecords(first: 50) {
        nodes { account { id displayName preferredLocale } state isAdministrator registeredAt }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }`,
    async prepare(app, rows) {
      const administrator = await createAccount(app, { isAdministrator: true });
      for (let i = 1; i < rows; i += 1) await createAccount(app);
      return { as: administrator };
    },
  },
  {
    field: 'sessions',
    query: `{ sessions { id channel deviceLabel createdAt lastSeenAt expiresAt isCurrent } }`,
    async prepare(app, rows) {
      const person = await createAccount(app);
      const sessions = app.get(SessionService);
      for (let i = 1; i < rows; i += 1) {
        await app
          .get(UnitOfWork)
          .run(() => sessions.open(ANONYMOUS, person.account.id, sessions.newTicket('API')));
      }
      return { as: person };
    },
  },
];
