import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import type { ListScenario } from './scenario.js';

export const scenarios: ListScenario[] = [
  {
    field: 'jobSeekerProfiles',
    query: `query { jobSeekerProfiles(first: 50) { nodes { id headline fullName } } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      for (let made = 0; made < rows; made += 1) await createProfile(app);
      return { as: enterprise.recruiter };
    },
  },
];
