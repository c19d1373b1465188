import { SearchEngine, type SearchDocument } from '../../src/core/search-engine/index.js';
import { SearchIndexer } from '../../src/modules/search/indexing/search-indexer.service.js';
import { JOB_POSTINGS_INDEX, SearchRebuild } from '../../src/modules/search/index.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { importPostings } from '../support/imported-postings.js';

const ROWS = [
  'a1,数控装配操作工,"数控,电工证",江苏省苏州工业园区,6-8千,1年,大专,示例电子,',
  'a2,仓库管理员,物流,江苏省苏州吴中区,5-6千,无需经验,高中,示例物流,',
  'a3,养老护理员,护理,江苏省苏州吴中区,4.5-6千,无需经验,,示例护理院,',
  'a4,Java开发工程师,Java,上海浦东新区,1.5-2万,3-4年,本科,示例软件,',
  'a5,待处理订单专员,客服,江苏省无锡,面议,1年,大专,示例电商,',
];

const SEARCH = /* GraphQL */ `
  query Search(
    $text: String
    $filter: JobPostingSearchFilter
    $first: Int! = 20
    $after: String
    $orderBy: JobPostingSearchOrder! = RELEVANCE
  ) {
    searchJobPostings(
      text: $text
      filter: $filter
      first: $first
      after: $after
      orderBy: $orderBy
    ) {
      nodes {
        title
      }
      total
      positions
      degraded
      isTruncated
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        name
        values {
          value
          label
          count
        }
      }
    }
  }
`;

interface Found {
  searchJobPostings: {
    nodes: { title: string }[];
    total: number;
    positions: number;
    degraded: boolean;
    isTruncated: boolean;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    facets: { name: string; values: { value: string; label: string; count: number }[] }[];
  };
}

let app: TestApp;

async function search(variables: Record<string, unknown>): Promise<Found['searchJobPostings']> {
  const { data, errors } = await app.gql<Found>(SEARCH, variables);
  expect(errors).toBeUndefined();
  if (!data) throw new Error('No answer');
  return data.searchJobPostings;
}

const titles = async (variables: Record<string, unknown>): Promise<string[]> =>
  (await search(variables)).nodes.map((node) => node.title).sort();

beforeAll(async () => {
  app = await createTestApp();
  await importPostings(app, ROWS);
});

afterAll(async () => {
  await app.close();
});

describe('searchJobPostings', () => {
  it('finds everything without words and counts it exactly', async () => {
    const found = await search({});
    expect(found).toMatchObject({ total: 5, positions: 0, degraded: false, isTruncated: false });
    expect(found.facets.find(({ name }) => name === 'REGION')?.values).toEqual([
      { value: '320000', label: '江苏省', count: 4 },
      { value: '310000', label: '上海市', count: 1 },
    ]);
  });

  it.each([
    ['操作工', ['数控装配操作工']],
    ['倉庫', ['仓库管理员']],
    ['java', ['Java开发工程师']],
    ['护理', ['养老护理员']],
  ])('finds %s', async (text, expected) => {
    expect(await titles({ text })).toEqual(expected);
  });

  it.each([
    [{ regionCode: '320500' }, ['仓库管理员', '养老护理员', '数控装配操作工']],
    [{ regionCode: '320571' }, ['数控装配操作工']],
    [{ payAtLeast: { amount: '8000' } }, ['Java开发工程师', '数控装配操作工']],
    [{ educationLevelCode: '61' }, ['仓库管理员', '养老护理员']],
    [{ experienceYears: 0 }, ['仓库管理员', '养老护理员']],
    [{ publication: 'OWN' }, []],
  ])('filters by %j', async (filter, expected) => {
    expect(await titles({ filter })).toEqual(expected);
  });

  it('sorts by pay and pages by a cursor of its own search', async () => {
    const first = await search({ orderBy: 'PAY_HIGHEST', first: 2 });
    expect(first.nodes.map((node) => node.title)).toEqual(['Java开发工程师', '数控装配操作工']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const after = first.pageInfo.endCursor;
    const rest = await search({ orderBy: 'PAY_HIGHEST', first: 5, after });
    expect(rest.nodes).toHaveLength(3);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const { errors } = await app.gql(SEARCH, { text: '操作工', after });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'SEARCH_CURSOR_MALFORMED',
    });
  });

  it.each([
    [{ filter: { regionCode: '999999' } }, 'REFERENCE_UNKNOWN_REGION'],
    [{ filter: { occupationCode: '9-99' } }, 'REFERENCE_UNKNOWN_OCCUPATION'],
    [{ filter: { industryCode: 'ZZ' } }, 'REFERENCE_UNKNOWN_INDUSTRY'],
    [{ filter: { experienceYears: -1 } }, 'INPUT_OUT_OF_RANGE'],
    [{ text: '长'.repeat(101) }, 'INPUT_TOO_LONG'],
    [{ first: 101 }, 'INPUT_OUT_OF_RANGE'],
    [{ after: 'x!' }, 'SEARCH_CURSOR_MALFORMED'],
  ])('refuses %j', async (variables, reason) => {
    const { data, errors } = await app.gql(SEARCH, variables);
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason });
  });

  it('never shows a posting that has closed, whatever the index says', async () => {
    await app.database.pool.query(
      `update job_postings set state = 'closed', close_cause = 'withdrawn_by_source', closed_at = now(),
       version = version + 1 where source_id = 'a5'`,
    );
    expect(await titles({ filter: { regionCode: '320200' } })).toEqual([]);
    // The repair is handed over without anybody waiting for it.
    for (let tries = 0; tries < 50 && (await search({})).total > 4; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await app.settle();
    }
    expect((await search({})).total).toBe(4);
    expect(await app.get(SearchRebuild).reconcile()).toBe(0);
  });

  it('shows the last state when somebody with an older reading writes after it', async () => {
    const engine = app.get(SearchEngine);
    const indexer = app.get(SearchIndexer);
    const { rows } = await app.database.pool.query<{ id: string }>(
      `update job_postings set state = 'paused', version = version + 1 where source_id = 'a1' returning id`,
    );
    const id = rows[0]?.id ?? '';
    let writes = 0;
    const late = {
      upsert: async (documents: readonly SearchDocument[]) => {
        await engine.waitFor(await engine.upsert(JOB_POSTINGS_INDEX, documents));
      },
      remove: async (ids: readonly string[]) => {
        writes += 1;
        await app.database.pool.query(
          `update job_postings set state = 'published', version = version + 1 where source_id = 'a1'`,
        );
        await indexer.index([id]);
        await engine.waitFor(await engine.remove(JOB_POSTINGS_INDEX, ids));
      },
    };
    await indexer.writeTo(late, [id]);
    expect(writes).toBe(1);
    expect(await titles({ text: '数控装配' })).toEqual(['数控装配操作工']);
  });

  it('answers from the database while the index is there and its settings are not', async () => {
    const engine = app.get(SearchEngine);
    await engine.dropIndex(JOB_POSTINGS_INDEX);
    const bare = await engine.upsert(JOB_POSTINGS_INDEX, [{ id: 'bare', version: 1 }]);
    await engine.waitFor(bare);
    expect(await search({})).toMatchObject({ total: 4, degraded: true });
    expect(await titles({ text: '数控 示例电子' })).toEqual(['数控装配操作工']);
    expect(await titles({ text: '苏州 倉庫' })).toEqual(['仓库管理员']);
    await app.get(SearchRebuild).rebuild();
    expect(await search({})).toMatchObject({ total: 4, degraded: false });
  });
});
