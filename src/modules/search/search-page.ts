import { inputErrors } from '../../core/errors/index.js';
import { MAX_PAGE_SIZE, type Connection, type PageArgs } from '../../core/graphql/index.js';
import { SearchRejected, SearchUnavailable } from '../../core/search-engine/index.js';
import { decodeSearchCursor, encodeSearchCursor } from './search-cursor.js';

export interface SearchPage {
  readonly digest: string;
  readonly limit: number;
  readonly offset: number;
  /** Hits that can be paged through. */
  readonly most: number;
}

/** The size of a page, checked. */
export function checkedFirst(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE_SIZE) return first;
  throw inputErrors.OUT_OF_RANGE({ field: ['first'], params: { min: 1, max: MAX_PAGE_SIZE } });
}

/** The page asked for, within the first `most` hits of the search with this digest. */
export function searchPage({ first, after }: PageArgs, digest: string, most: number): SearchPage {
  const offset = Math.min(decodeSearchCursor(digest, after ?? null), most);
  return { digest, limit: Math.min(first, most - offset), offset, most };
}

/** What was found as a connection. Cursors stand for places among the hits, shown or not. */
export function searchConnection<T extends { readonly id: string }>(
  { digest, offset, most }: SearchPage,
  { ids, total }: { readonly ids: readonly string[]; readonly total: number },
  nodes: readonly T[],
): Connection<T> & { totalCount: number } {
  const places = new Map(ids.map((id, i) => [id, offset + i + 1]));
  const edges = nodes.map((node) => ({
    node,
    cursor: encodeSearchCursor(digest, places.get(node.id) ?? offset),
  }));
  const end = offset + ids.length;
  return {
    edges,
    nodes: [...nodes],
    pageInfo: {
      hasNextPage: ids.length > 0 && end < Math.min(total, most),
      hasPreviousPage: offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      // Of the last hit, shown or not: the next page must not begin with what this one dropped.
      endCursor: ids.length > 0 ? encodeSearchCursor(digest, end) : null,
    },
    totalCount: total,
  };
}

/** Whether the database has to answer: the engine is away, or its index is new or of an older edition. */
export function isEngineAway(error: unknown): boolean {
  return error instanceof SearchUnavailable || lacksSettings(error);
}

/** The query is ours: an index that refuses its attributes is not yet the one it will be, and a rebuild is on the way. */
function lacksSettings(error: unknown): boolean {
  const codes = [
    'invalid_search_filter',
    'invalid_search_facets',
    'invalid_search_sort',
    'invalid_search_attributes_to_search_on',
  ];
  return error instanceof SearchRejected && codes.includes(error.code);
}
