import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import {
  filter,
  FilterError,
  MeilisearchAdapter,
  SearchIndexMissing,
  SearchRejected,
  SearchTaskFailed,
  SearchUnavailable,
  type IndexSettings,
  type SearchDocument,
} from '../../../src/core/search-engine/index.js';

const url = process.env.TEST_MEILI_URL ?? '';
const apiKey = process.env.TEST_MEILI_KEY ?? '';
const prefix = `test_${randomBytes(4).toString('hex')}`;
const engine = new MeilisearchAdapter({ url, apiKey, prefix });

const SETTINGS: IndexSettings = {
  searchableAttributes: ['title'],
  filterableAttributes: ['regionCode', 'headcount', 'audience'],
  sortableAttributes: ['headcount'],
  proximityPrecision: 'byAttribute',
  localizedAttributes: [{ attributePatterns: ['title'], locales: ['cmn'] }],
  typoTolerance: { disableOnAttributes: ['title'] },
  faceting: { maxValuesPerFacet: 1_000 },
  pagination: { maxTotalHits: 5_000 },
};

function posting(n: number, more: object = {}): SearchDocument {
  return {
    id: `p-${String(n)}`,
    version: 1,
    title: n % 2 === 0 ? '电工技术员' : '护理员',
    regionCode: n % 3 === 0 ? '320505' : '320507',
    headcount: n,
    audience: 'EVERYONE',
    ...more,
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

async function fill(index: string, documents: readonly SearchDocument[]): Promise<void> {
  await engine.ensureIndex(index, SETTINGS);
  await engine.waitFor(await engine.upsert(index, documents));
}

async function versionsOf(index: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for await (const page of engine.versions(index)) {
    for (const { id, version } of page) found.set(id, version);
  }
  return found;
}

async function* batchesOf(...batches: SearchDocument[][]): AsyncGenerator<SearchDocument[]> {
  for (const batch of batches) {
    await Promise.resolve();
    yield batch;
  }
}

const created = ['state', 'search', 'rebuild', 'fresh', 'broken', 'values', 'guard', 'failing'];
afterAll(async () => {
  await Promise.all(created.map((index) => engine.dropIndex(index)));
});

describe('Meilisearch adapter', () => {
  it('creates an index once, finds it current again and calls other settings stale', async () => {
    expect(await engine.ensureIndex('state', SETTINGS)).toBe('created');
    expect(await engine.ensureIndex('state', SETTINGS)).toBe('current');
    const reordered = {
      ...SETTINGS,
      filterableAttributes: ['audience', 'headcount', 'regionCode'],
    };
    expect(await engine.ensureIndex('state', reordered)).toBe('current');
    const other = { ...SETTINGS, sortableAttributes: ['headcount', 'publishedAt'] };
    expect(await engine.ensureIndex('state', other)).toBe('stale');
    expect(await engine.ensureIndex('state', SETTINGS)).toBe('current');
  });

  it('finds, filters, counts facets, sorts and pages', async () => {
    await fill(
      'search',
      range(1, 13).map((n) => posting(n)),
    );
    const hits = await engine.search('search', {
      text: '电工',
      filter: filter.all(filter.equals('regionCode', '320507'), filter.atLeast('headcount', 4)),
      facets: ['regionCode', 'headcount'],
      sort: [{ by: 'headcount', direction: 'desc' }],
      offset: 0,
      limit: 2,
    });
    expect(hits.ids).toEqual(['p-10', 'p-8']);
    expect(hits.facets).toEqual({
      regionCode: { '320507': 3 },
      headcount: { '4': 1, '8': 1, '10': 1 },
    });
    expect(hits.facetRanges).toEqual({ headcount: { min: 4, max: 10 } });
    expect(hits.estimatedTotal).toBe(3);

    const [all, care] = await engine.searchMany([
      { index: 'search', query: { limit: 0, facets: ['regionCode'] } },
      {
        index: 'search',
        query: { text: '护理', limit: 1, sort: [{ by: 'headcount', direction: 'asc' }] },
      },
    ]);
    expect(all?.facets).toEqual({ regionCode: { '320505': 4, '320507': 8 } });
    expect(care?.ids).toEqual(['p-1']);
    expect(await engine.searchFacet('search', 'audience', 'every')).toEqual([
      { value: 'EVERYONE', count: 12 },
    ]);
    expect(
      await engine.searchFacet('search', 'audience', '', { guard: filter.below('headcount', 3) }),
    ).toEqual([{ value: 'EVERYONE', count: 2 }]);

    await engine.waitFor(await engine.remove('search', ['p-10']));
    expect(await engine.countDocuments('search')).toBe(11);
    expect((await versionsOf('search')).has('p-10')).toBe(false);
  });

  it('never lets a condition of the caller widen what the guard allows', async () => {
    const documents = [
      ...range(0, 10).map((n) => posting(n)),
      ...range(10, 20).map((n) => posting(n, { audience: 'PARTNERS' })),
    ];
    await fill('guard', documents);
    const guard = filter.equals('audience', 'EVERYONE');
    const either = filter.any(
      filter.equals('audience', 'PARTNERS'),
      filter.atLeast('headcount', 0),
    );
    const hits = await engine.search('guard', { filter: either, guard, limit: 50 });
    expect([...hits.ids].sort()).toEqual(range(0, 10).map((n) => `p-${String(n)}`));
  });

  it('matches each allowed code exactly and refuses the rest, for 2,000 random ones', async () => {
    const codes = fc.sample(
      fc.oneof(
        fc.stringMatching(/^[A-Z0-9][A-Z0-9_.:/+#-]{0,30}$/),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
      ),
      2_000,
    );
    const allowed = codes.filter((code) => {
      try {
        filter.equals('regionCode', code);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(FilterError);
        return false;
      }
    });
    const unique = [...new Map(allowed.map((code) => [folded(code), code])).values()].slice(0, 400);
    expect(unique).toHaveLength(400);
    await fill(
      'values',
      unique.map((code, n) => posting(n, { regionCode: code })),
    );
    const hits = await Promise.all(
      unique.map((code) => engine.search('values', { filter: filter.equals('regionCode', code) })),
    );
    expect(hits.map((hit) => hit.ids)).toEqual(unique.map((_, n) => [`p-${String(n)}`]));
  });

  it('surfaces a change that the engine accepted and then could not apply', async () => {
    await engine.ensureIndex('failing', SETTINGS);
    const task = await engine.upsert('failing', [{ ...posting(1), id: 'not allowed!' }]);
    await expect(engine.waitFor(task)).rejects.toMatchObject({
      name: 'SearchTaskFailed',
      code: 'invalid_document_id',
      taskId: task,
    });
    await expect(engine.waitFor(task)).rejects.toThrow(SearchTaskFailed);
  });

  it('tells a missing index, a refused query and a wrong attribute apart', async () => {
    await engine.ensureIndex('state', SETTINGS);
    await expect(engine.search('nowhere', {})).rejects.toThrow(SearchIndexMissing);
    const refused = engine.search('state', { filter: filter.equals('secret', '1') });
    await expect(refused).rejects.toThrow(SearchRejected);
    await expect(refused).rejects.toMatchObject({ code: 'invalid_search_filter' });
    await expect(
      engine.search('state', { sort: [{ by: 'headcount:asc,x', direction: 'asc' }] }),
    ).rejects.toThrow(RangeError);
    expect(await engine.isHealthy()).toBe(true);
  });
});

describe('rebuilding an index', () => {
  it('swaps a full new index in while searches go on, and replays late changes on both sides of the swap', async () => {
    await fill(
      'rebuild',
      range(0, 50).map((n) => posting(n)),
    );
    const settings = { ...SETTINGS, sortableAttributes: ['headcount', 'version'] };
    let failedSearches = 0;
    let running = true;
    const searches = (async () => {
      while (running) {
        const hits = await engine.search('rebuild', { limit: 1 });
        if (hits.ids.length !== 1) failedSearches += 1;
      }
    })();
    const replays: number[] = [];
    const { documentCount } = await engine.rebuild('rebuild', {
      settings,
      batches: batchesOf(
        range(0, 40).map((n) => posting(n, { version: 2 })),
        [],
        range(40, 80).map((n) => posting(n, { version: 2 })),
      ),
      replay: async (sink) => {
        replays.push(replays.length);
        await sink.upsert([posting(100 + replays.length, { version: 3 })]);
        await sink.remove(['p-0']);
      },
    });
    running = false;
    await searches;

    expect(failedSearches).toBe(0);
    expect(documentCount).toBe(80);
    expect(replays).toEqual([0, 1]);
    const found = await versionsOf('rebuild');
    expect(found.size).toBe(81);
    expect(found.get('p-79')).toBe(2);
    expect([found.get('p-101'), found.get('p-102'), found.get('p-0')]).toEqual([3, 3, undefined]);
    expect(await engine.ensureIndex('rebuild', settings)).toBe('current');
    expect(await indexesOf('rebuild')).toEqual([`${prefix}_rebuild`]);
  });

  it('builds an index that did not exist before', async () => {
    await engine.rebuild('fresh', { settings: SETTINGS, batches: batchesOf([posting(1)]) });
    expect((await engine.search('fresh', {})).ids).toEqual(['p-1']);
  });

  it.each<[string, () => AsyncGenerator<SearchDocument[]>]>([
    [
      'the source fails',
      async function* () {
        yield [posting(1)];
        await Promise.reject(new Error('the database went away'));
      },
    ],
    [
      'the engine cannot apply a batch',
      () => batchesOf([posting(1)], [{ ...posting(2), id: '???' }]),
    ],
  ])('leaves the live index as it was and nothing behind when %s', async (_, batches) => {
    await fill(
      'broken',
      range(0, 5).map((n) => posting(n)),
    );
    await expect(
      engine.rebuild('broken', { settings: SETTINGS, batches: batches() }),
    ).rejects.toThrow();
    expect((await versionsOf('broken')).size).toBe(5);
    expect(await indexesOf('broken')).toEqual([`${prefix}_broken`]);
  });
});

describe('an engine that is gone', () => {
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
  });

  /** A port where someone accepts connections and never says a word. */
  async function blackHole(): Promise<string> {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.unref();
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }

  it('costs a short wait once when it is silent and next to nothing afterwards', async () => {
    const hole = await blackHole();
    const costs: number[] = [];
    let silent = new MeilisearchAdapter({ url: hole, apiKey, prefix });
    for (let run = 0; run < 5; run += 1) {
      silent = new MeilisearchAdapter({ url: hole, apiKey, prefix });
      const began = performance.now();
      await expect(silent.search('search', {})).rejects.toThrow(SearchUnavailable);
      costs.push(performance.now() - began);
    }
    // The median: on a machine shared with other suites a single run may be held up by them.
    const wait = costs.sort((a, b) => a - b)[2] ?? Infinity;
    expect(wait).toBeLessThan(2_000);

    const again = performance.now();
    for (let i = 0; i < 100; i += 1) {
      await expect(silent.search('search', {})).rejects.toThrow(SearchUnavailable);
    }
    expect(performance.now() - again).toBeLessThan(wait);
    expect(await silent.isHealthy()).toBe(false);
  });

  it('is reported at once when nothing listens, for writes too', async () => {
    const dead = new MeilisearchAdapter({ url: 'http://127.0.0.1:9', apiKey, prefix });
    await expect(dead.search('search', {})).rejects.toThrow(SearchUnavailable);
    await expect(dead.upsert('search', [posting(1)])).rejects.toThrow(SearchUnavailable);
    await expect(dead.ensureIndex('search', SETTINGS)).rejects.toThrow(SearchUnavailable);
  });

  it('does not take a wrong key for a dead engine', async () => {
    const stranger = new MeilisearchAdapter({ url, apiKey: 'wrong-key-wrong-key', prefix });
    await expect(stranger.search('search', {})).rejects.toMatchObject({ code: 'invalid_api_key' });
    await expect(stranger.search('search', {})).rejects.toThrow(SearchRejected);
  });
});

async function indexesOf(index: string): Promise<string[]> {
  const answer = await fetch(`${url}/indexes?limit=1000`, {
    headers: { authorization: `Bearer ${apiKey}` },
  });
  const { results } = (await answer.json()) as { results: { uid: string }[] };
  return results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`${prefix}_${index}`));
}

/** What the engine takes for the same value: case, width and accents are folded away. */
function folded(code: string): string {
  return code.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
