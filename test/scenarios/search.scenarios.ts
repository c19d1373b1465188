import { CandidateRebuild, SearchRebuild } from '../../src/modules/search/index.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import {
  createEnterpriseWithRecruiter,
  createOrganisation,
} from '../factories/organisation.factory.js';
import { createProfile } from '../factories/profile.factory.js';
import { REGION, regionId } from '../factories/reference-data.factory.js';
import type { TestApp } from '../support/app.js';
import type { ListScenario } from './scenario.js';

async function prepare(app: TestApp, rows: number): Promise<Record<string, never>> {
  const organisation = await createOrganisation(app, { kind: 'ENTERPRISE' });
  for (let made = 0; made < rows; made += 1) await createJobPosting(app, { organisation });
  await app.get(SearchRebuild).rebuild();
  return {};
}

export const scenarios: ListScenario[] = [
  {
    field: 'searchCandidates',
    query: `{ searchCandidates(text: "焊工", first: 50) { totalCount isTruncated degraded reading
      facets { name values { value label count } }
      nodes { id fullName headline homeRegion { name } educationLevel { name } major { name } experienceYears
        skills { name } experiences { position } intentions { title occupation { name } regions { name } } } } }`,
    async prepare(app, rows) {
      const { recruiter } = await createEnterpriseWithRecruiter(app);
      for (let made = 0; made < rows; made += 1)
        await createProfile(app, { intentions: [{ regionIds: [regionId(REGION.suzhou)] }] });
      await app.get(CandidateRebuild).rebuild();
      return { as: recruiter };
    },
  },
  {
    field: 'searchJobPostings',
    query: `query { searchJobPostings(first: 50) { total positions isTruncated degraded
      facets { name values { value label count } }
      nodes { id title headcount organisation { name region { name } } region { name } } } }`,
    prepare,
  },
  {
    field: 'searchWordSuggestions',
    query: '{ searchWordSuggestions(text: "工", first: 20) { kind text count } }',
    prepare,
  },
];
