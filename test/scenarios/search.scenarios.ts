import { SearchRebuild } from '../../src/modules/search/index.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createOrganisation } from '../factories/organisation.factory.js';
import type { ListScenario } from './scenario.js';

export const scenarios: ListScenario[] = [
  {
    field: 'searchJobPostings',
    query: `query { searchJobPostings(first: 50) { total positions isTruncated degraded
      facets { name values { value label count } }
      nodes { id title headcount organisation { name region { name } } region { name } } } }`,
    async prepare(app, rows) {
      const organisation = await createOrganisation(app, { kind: 'ENTERPRISE' });
      for (let made = 0; made < rows; made += 1) await createJobPosting(app, { organisation });
      await app.get(SearchRebuild).rebuild();
      return {};
    },
  },
];
