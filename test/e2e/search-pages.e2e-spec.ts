import { SearchRebuild } from '../../src/modules/search/index.js';
import { createJobPosting } from '../factories/job-posting.factory.js';
import { createTestApp, type TestApp } from '../support/app.js';

const SEARCH = /* GraphQL */ `
  query ($text: String, $after: String) {
    searchJobPostings(text: $text, first: 20, after: $after) {
      total
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
interface Page {
  readonly total: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** More than are put into our order, and more than a page. */
const POSTINGS = 130;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function pageAfter(after: string | null): Promise<Page> {
  const { data, errors } = await app.gql<{ searchJobPostings: Page }>(SEARCH, {
    text: '电子装配工',
    after,
  });
  expect(errors).toBeUndefined();
  if (!data) throw new Error('No answer');
  return data.searchJobPostings;
}

it('shows each of many results once, in one piece or not, however far somebody pages', async () => {
  for (let n = 0; n < POSTINGS; n += 1) {
    const number = String(n);
    const title = n % 3 === 0 ? `电子装配工${number}` : `装配工（电子）${number}`;
    await createJobPosting(app, { title });
  }
  await app.get(SearchRebuild).rebuild();
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Page = await pageAfter(after);
    expect(page.total).toBe(POSTINGS);
    seen.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toHaveLength(POSTINGS);
  expect(new Set(seen).size).toBe(POSTINGS);
}, 60_000);
