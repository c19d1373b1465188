import { createAccount } from '../factories/account.factory.js';
import { createApplication } from '../factories/application.factory.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import type { ListScenario } from './scenario.js';

const NODES = `totalCount nodes { id state answerDueAt jobPosting { title } organisation { name }
  applicant { fullName skills { name } } history { transition occurredAt } interviews { state startsAt }
  offers { state startOn } notes { body author { displayName } } viewerCan { withdraw offer } }`;

export const scenarios: ListScenario[] = [
  {
    field: 'applications',
    query: `query { applications(first: 50) { ${NODES} } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      const posting = await createJobPosting(app, { organisation: enterprise, headcount: 30 });
      for (let made = 0; made < rows; made += 1) await createApplication(app, { posting });
      return { as: enterprise.recruiter };
    },
  },
  {
    field: 'myApplications',
    query: `query { myApplications(first: 50) { ${NODES} } }`,
    async prepare(app, rows) {
      const person = await createAccount(app);
      const applicant = await createProfile(app, { person });
      for (let made = 0; made < rows; made += 1) {
        await createApplication(app, { applicant, state: 'OFFERED' });
      }
      return { as: person };
    },
  },
];
