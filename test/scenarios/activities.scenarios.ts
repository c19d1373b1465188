import { createAgreement } from '../factories/agreement.factory.js';
import { createJobFair } from '../factories/job-fair.factory.js';
import { createCollegeWithClerk, createOrganisation } from '../factories/organisation.factory.js';
import type { ListScenario } from './scenario.js';

export const scenarios: ListScenario[] = [
  {
    field: 'jobFairs',
    query: `query ($filter: JobFairFilter) { jobFairs(filter: $filter, first: 50) { totalCount
      nodes { id name state isRegistrationOpen organiser { id name } region { name }
        viewerCan { update } ownPlaces { id state agreement { id title } viewerCan { register } } } } }`,
    async prepare(app, rows) {
      const organiser = await createOrganisation(app, { kind: 'COLLEGE' });
      const enterprise = await createOrganisation(app);
      const { id: agreementId } = await createAgreement(app, { college: organiser, enterprise });
      const invited = [{ organisationId: enterprise.id, agreementId }];
      for (let made = 0; made < rows; made += 1) await createJobFair(app, { organiser, invited });
      const filter = { period: 'UPCOMING', participantId: enterprise.id, regionCode: '320500' };
      return { as: enterprise.administrator, variables: { filter } };
    },
  },
  {
    field: 'jobFairPlaces',
    query: `query ($jobFairId: ID!) { jobFairPlaces(jobFairId: $jobFairId, first: 50) { totalCount
      nodes { id state invitedAt reason organisation { id name } agreement { id title }
        postings { id title } viewerCan { register } } } }`,
    async prepare(app, rows) {
      const organiser = await createCollegeWithClerk(app);
      const invited: { organisationId: string; agreementId: string }[] = [];
      for (let made = 0; made < rows; made += 1) {
        const { id, enterprise } = await createAgreement(app, { college: organiser });
        invited.push({ organisationId: enterprise.id, agreementId: id });
      }
      const { id: jobFairId } = await createJobFair(app, { organiser, invited });
      return { as: organiser.clerk, variables: { jobFairId } };
    },
  },
];
