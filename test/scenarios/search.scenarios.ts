import { SearchRebuild } from '../../src/modules/search/index.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createOrganisation } from '../factories/organisation.factory.js';
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
