import { createAgreement } from '../factories/agreement.factory.js';
import {
  createCollegeWithClerk,
  createEnterpriseWithRecruiter,
} from '../factories/organisation.factory.js';
import type { ListScenario } from './scenario.js';

export const scenarios: ListScenario[] = [
  {
    field: 'agreements',
    query: `query { agreements(first: 50) { totalCount nodes { id agreementNumber state title startsOn endsOn
      college { name } enterprise { name } signatures { signedAt signer { displayName } organisation { name } }
      history { transition occurredAt } viewerCan { edit sign terminate } } } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      const college = await createCollegeWithClerk(app);
      for (let made = 0; made < rows; made += 1)
        await createAgreement(app, { college, enterprise });
      return { as: enterprise.recruiter };
    },
  },
];
