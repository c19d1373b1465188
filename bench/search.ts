import { onStatement } from '../src/core/database/index.js';
import { SearchEngine } from '../src/core/search-engine/index.js';
import { engineGuard } from '../src/modules/search/query/search-conditions.js';
import { JOB_POSTINGS_INDEX, PostingFinder, wordsOf } from '../src/modules/search/index.js';
import { openPlatform, percentile, report, round, timed, withCorpus } from './support/platform.js';

const WORDS = [
  'Java',
  '数据分析',
  '前端',
  '测试',
  'Python',
  '产品经理',
  'iOS',
  '运维',
  '算法',
  'C++',
];
const FACETS = [
  'publication',
  'headcount',
  'regionProvince',
  'occupationMajor',
  'industrySection',
  'payBand',
  'educationLevelCode',
  'engagementType',
  'organisationKind',
];
const QUERY = `query ($text: String) { searchJobPostings(text: $text) { total positions
  facets { name values { value label count } } pageInfo { hasNextPage endCursor }
  nodes { id title employerName pay { min { amount } max { amount } period } region { name } publishedAt } } }`;
const ROUNDS = 30;

// GraphQL search, 20 hits hydrated with facets, against a bare query for ids with the same filter and facets.
const app = await openPlatform();
const postings = await withCorpus(app, 'search');
const url = `${await app.url()}/graphql`;
const engine = app.get(SearchEngine, { strict: false });
const today = new Date().toISOString().slice(0, 10);

const finder = app.get(PostingFinder, { strict: false });
const tokens = new Map<string, string>();
for (const text of WORDS) {
  tokens.set(text, (await finder.read(wordsOf(text))).required.join(' '));
}
const raw = (text: string) => () =>
  engine.search(JOB_POSTINGS_INDEX, {
    text: tokens.get(text) ?? '',
    guard: engineGuard(today, []),
    facets: FACETS,
    matching: 'all',
    limit: 20,
  });
const api = (text: string) => async () => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { text } }),
  });
  const { errors } = (await response.json()) as { errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
};

let statements = 0;
const stop = onStatement(() => {
  statements += 1;
});
for (const text of WORDS) {
  await raw(text)();
  await api(text)();
}
statements = 0;
await api('Java')();
const statementsPerSearch = statements;
stop();
const apiMs: number[] = [];
const rawMs: number[] = [];
for (let i = 0; i < ROUNDS; i++) {
  for (const text of WORDS) {
    rawMs.push(await timed(raw(text)));
    apiMs.push(await timed(api(text)));
  }
}
report({
  bench: 'search',
  postings,
  apiP50Ms: percentile(apiMs, 0.5),
  rawP50Ms: percentile(rawMs, 0.5),
  ratio: round(percentile(apiMs, 0.5) / percentile(rawMs, 0.5)),
  p99Ms: percentile(apiMs, 0.99),
  statements: statementsPerSearch,
});
await app.close();
