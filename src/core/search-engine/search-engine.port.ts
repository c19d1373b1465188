import type { IndexSettings } from './index-settings.js';
import type { SearchFilter } from './search-filter.js';

/** One record of an index: its id, the version of the row it was made from, and what is searched. */
export interface SearchDocument {
  readonly id: string;
  readonly version: number;
  readonly [attribute: string]: unknown;
}

export interface SearchQuery {
  readonly text?: string;
  /** What the person asked for. */
  readonly filter?: SearchFilter | null;
  /** What the person may see; sent as a member of its own that no other condition can widen. */
  readonly guard?: SearchFilter | null;
  readonly facets?: readonly string[];
  readonly sort?: readonly { readonly by: string; readonly direction: 'asc' | 'desc' }[];
  readonly offset?: number;
  readonly limit?: number;
  /** `all`: every word must occur; `last` (the default): words are dropped from the end until enough is found. */
  readonly matching?: 'all' | 'last' | 'frequency';
  /** Only these attributes are searched; all searchable ones unless told. */
  readonly searchOn?: readonly string[];
  /** Attributes that come back with each hit; only the id unless told. */
  readonly retrieve?: readonly string[];
}

export interface SearchHits {
  /** Ids in order of relevance or sort; the rows come from PostgreSQL, which decides what is shown. */
  readonly ids: readonly string[];
  /** The hits with the attributes that were to come back, in the same order. */
  readonly documents: readonly Readonly<Record<string, unknown>>[];
  /** The engine's estimate, cut off at its limit. Exact totals come from a facet sum. */
  readonly estimatedTotal: number;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly facetRanges: Readonly<Record<string, { readonly min: number; readonly max: number }>>;
}

/** Where a rebuild writes to; each call returns when the change is applied. */
export interface DocumentSink {
  upsert(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

export interface Rebuild {
  readonly settings: IndexSettings;
  readonly batches: AsyncIterable<readonly SearchDocument[]>;
  /**
   * Writes what changed since the rebuild began. Called before the swap on the new index, and again after it on the
   * live one, so that a change made in between is not lost with the old index.
   */
  readonly replay?: (sink: DocumentSink) => Promise<void>;
  readonly onProgress?: (documentCount: number) => void;
  readonly signal?: AbortSignal;
}

export type IndexState = 'created' | 'current' | 'stale';

export interface WaitOptions {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/**
 * Full-text search over projections of PostgreSQL. Everything in it may be dropped and rebuilt at any time.
 * Index names are short (`job_postings`); the implementation puts the installation's prefix before them.
 */
export abstract class SearchEngine {
  /** Creates a missing index. An index with other settings is left as it is and reported `stale`: rebuild it. */
  abstract ensureIndex(index: string, settings: IndexSettings): Promise<IndexState>;

  /** Hands over documents; returns the number of the engine's task, see `waitFor`. */
  abstract upsert(index: string, documents: readonly SearchDocument[]): Promise<number>;
  abstract remove(index: string, ids: readonly string[]): Promise<number>;

  /** Returns when the change is applied; throws `SearchTaskFailed` or `SearchTaskPending`. */
  abstract waitFor(taskId: number, options?: WaitOptions): Promise<void>;

  /** Throws `SearchUnavailable` quickly when the engine does not answer. */
  abstract search(index: string, query: SearchQuery): Promise<SearchHits>;
  abstract searchMany(
    queries: readonly { readonly index: string; readonly query: SearchQuery }[],
  ): Promise<readonly SearchHits[]>;

  /** Values of one facet that begin with `text`, for type-ahead. */
  abstract searchFacet(
    index: string,
    facet: string,
    text: string,
    query?: Pick<SearchQuery, 'filter' | 'guard'>,
  ): Promise<readonly { readonly value: string; readonly count: number }[]>;

  /** Builds the index anew beside the live one and swaps them; searches go on meanwhile. */
  abstract rebuild(index: string, rebuild: Rebuild): Promise<{ documentCount: number }>;

  /** Ids and versions of all documents, for the comparison with PostgreSQL. */
  abstract versions(
    index: string,
  ): AsyncIterable<readonly { readonly id: string; readonly version: number }[]>;

  abstract countDocuments(index: string): Promise<number>;
  abstract dropIndex(index: string): Promise<void>;
  abstract isHealthy(): Promise<boolean>;
}
