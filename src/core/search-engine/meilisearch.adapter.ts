import { Meilisearch, type SearchParams, type SearchResponse } from 'meilisearch';
import { Breaker } from './breaker.js';
import { settingsMatch, type IndexSettings } from './index-settings.js';
import { isSilence, spoken } from './meilisearch.errors.js';
import { createIndex, deleteIndex, rebuildIndex } from './meilisearch.rebuild.js';
import { awaitTask } from './meilisearch.tasks.js';
import { SearchIndexMissing } from './search-engine.errors.js';
import {
  SearchEngine,
  type IndexState,
  type Rebuild,
  type SearchDocument,
  type SearchHits,
  type SearchQuery,
  type WaitOptions,
} from './search-engine.port.js';

export interface MeilisearchOptions {
  readonly url: string;
  readonly apiKey: string;
  /** Stands before each index name with an underscore, so that installations and tests can share a server. */
  readonly prefix: string;
}

/** A search that the living engine does not answer in this time is given up. */
const SEARCH_TIMEOUT_MS = 3_000;
const WRITE_TIMEOUT_MS = 30_000;
const VERSIONS_PER_PAGE = 5_000;
const ATTRIBUTE = /^[A-Za-z]\w*(\.\w+)*$/;

/** The search engine port over Meilisearch. Searches pass the breaker; writes only have time-outs, tasks retry them. */
export class MeilisearchAdapter extends SearchEngine {
  private readonly searcher: Meilisearch;
  private readonly writer: Meilisearch;
  private readonly breaker: Breaker;

  constructor(private readonly options: MeilisearchOptions) {
    super();
    // A compressed answer comes in pieces, each waiting 40 ms for the one before to be acknowledged.
    const requestInit = { headers: { 'accept-encoding': 'identity' } };
    const server = { host: options.url, apiKey: options.apiKey, requestInit };
    this.searcher = new Meilisearch({ ...server, timeout: SEARCH_TIMEOUT_MS });
    this.writer = new Meilisearch({ ...server, timeout: WRITE_TIMEOUT_MS });
    this.breaker = new Breaker(async (signal) => {
      const answer = await fetch(new URL('/health', options.url), { signal });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`The search engine is unwell (${String(answer.status)})`);
    });
  }

  async ensureIndex(index: string, settings: IndexSettings): Promise<IndexState> {
    try {
      const actual = await spoken(() => this.writer.index(this.uid(index)).getSettings());
      return settingsMatch(settings, { ...actual }) ? 'current' : 'stale';
    } catch (error) {
      if (!(error instanceof SearchIndexMissing)) throw error;
      await createIndex(this.writer, this.uid(index), settings);
      return 'created';
    }
  }

  async upsert(index: string, documents: readonly SearchDocument[]): Promise<number> {
    const target = this.writer.index(this.uid(index));
    const task = await spoken(() => target.addDocuments([...documents], { primaryKey: 'id' }));
    return task.taskUid;
  }

  async remove(index: string, ids: readonly string[]): Promise<number> {
    const task = await spoken(() => this.writer.index(this.uid(index)).deleteDocuments([...ids]));
    return task.taskUid;
  }

  waitFor(taskId: number, options?: WaitOptions): Promise<void> {
    return awaitTask(this.writer, taskId, options);
  }

  async search(index: string, query: SearchQuery): Promise<SearchHits> {
    const target = this.searcher.index(this.uid(index));
    const params = paramsOf(query);
    return hitsOf(
      await this.answered((signal) => target.search(query.text ?? '', params, { signal })),
    );
  }

  async searchMany(
    queries: readonly { readonly index: string; readonly query: SearchQuery }[],
  ): Promise<readonly SearchHits[]> {
    const body = {
      queries: queries.map(({ index, query }) => ({
        indexUid: this.uid(index),
        q: query.text ?? '',
        ...paramsOf(query),
      })),
    };
    const answer = await this.answered((signal) => this.searcher.multiSearch(body, { signal }));
    return answer.results.map(hitsOf);
  }

  async searchFacet(
    index: string,
    facet: string,
    text: string,
    query: Pick<SearchQuery, 'filter' | 'guard'> = {},
  ): Promise<readonly { readonly value: string; readonly count: number }[]> {
    const target = this.searcher.index(this.uid(index));
    const params = { facetName: facet, facetQuery: text, filter: filterOf(query) };
    const answer = await this.answered((signal) => target.searchForFacetValues(params, { signal }));
    return answer.facetHits.map(({ value, count }) => ({ value, count }));
  }

  rebuild(index: string, rebuild: Rebuild): Promise<{ documentCount: number }> {
    return rebuildIndex(this.writer, this.uid(index), rebuild);
  }

  async *versions(
    index: string,
  ): AsyncGenerator<readonly { readonly id: string; readonly version: number }[]> {
    const target = this.writer.index<{ id: string; version: number }>(this.uid(index));
    for (let offset = 0; ; offset += VERSIONS_PER_PAGE) {
      const page = await spoken(() =>
        target.getDocuments({ fields: ['id', 'version'], offset, limit: VERSIONS_PER_PAGE }),
      );
      if (page.results.length > 0) yield page.results;
      if (page.results.length < VERSIONS_PER_PAGE) return;
    }
  }

  async countDocuments(index: string): Promise<number> {
    const stats = await spoken(() => this.writer.index(this.uid(index)).getStats());
    return stats.numberOfDocuments;
  }

  dropIndex(index: string): Promise<void> {
    return deleteIndex(this.writer, this.uid(index));
  }

  isHealthy(): Promise<boolean> {
    return this.breaker.check();
  }

  private uid(index: string): string {
    return `${this.options.prefix}_${index}`;
  }

  private answered<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return spoken(() => this.breaker.run(call, isSilence));
  }
}

function filterOf({ filter, guard }: Pick<SearchQuery, 'filter' | 'guard'>): string[] | undefined {
  const members = [...(filter?.conjuncts() ?? []), ...(guard ? [guard.expression] : [])];
  return members.length > 0 ? members : undefined;
}

function paramsOf(query: SearchQuery): SearchParams {
  const sort = query.sort?.map(({ by, direction }) => {
    if (!ATTRIBUTE.test(by)) throw new RangeError(`"${by}" is not the name of an attribute`);
    return `${by}:${direction}`;
  });
  return {
    attributesToRetrieve: ['id', ...(query.retrieve ?? [])],
    attributesToSearchOn: query.searchOn ? [...query.searchOn] : undefined,
    filter: filterOf(query),
    facets: query.facets ? [...query.facets] : undefined,
    sort,
    offset: query.offset ?? 0,
    limit: query.limit ?? 20,
    matchingStrategy: query.matching,
  };
}

function hitsOf(answer: SearchResponse): SearchHits {
  return {
    ids: answer.hits.map((hit) => String(hit.id)),
    documents: answer.hits,
    estimatedTotal: answer.estimatedTotalHits ?? 0,
    facets: answer.facetDistribution ?? {},
    facetRanges: answer.facetStats ?? {},
  };
}
