import { MatchingService } from '../../src/modules/matching/index.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createEnterpriseWithRecruiter } from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { createAccount } from '../factories/account.factory.js';
import type { ListScenario } from './scenario.js';

const NODES = `nodes { id score rank profileId computedAt jobPosting { id title organisation { name } }
  reasons { name points maximum evidence missing } }`;

export const scenarios: ListScenario[] = [
  {
    field: 'myRecommendations',
    query: `query { myRecommendations(first: 50) { ${NODES} } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      for (let made = 0; made < rows; made += 1) {
        await createJobPosting(app, { organisation: enterprise, title: `焊工${made}号` });
      }
      const person = await createAccount(app);
      await createProfile(app, { person, intentions: [{ title: '焊工' }] });
      await app.get(MatchingService).matchEverybody();
      return { as: person };
    },
  },
  {
    field: 'recommendedCandidates',
    query: `query ($id: ID!) { recommendedCandidates(jobPostingId: $id, first: 50) { ${NODES} } }`,
    async prepare(app, rows) {
      const enterprise = await createEnterpriseWithRecruiter(app);
      const posting = await createJobPosting(app, {
        organisation: enterprise,
        title: '焊工',
        headcount: 30,
      });
      for (let made = 0; made < rows; made += 1) {
        await createProfile(app, { intentions: [{ title: '焊工' }] });
      }
      await app.get(MatchingService).matchEverybody();
      return { as: enterprise.recruiter, variables: { id: posting.id } };
    },
  },
];
