import type { SearchFilter, SearchHits, SearchQuery } from '../../../core/search-engine/index.js';
import { RANKING } from '../ranking/ranking-weights.js';
import { TOTAL_FACET, totalOf } from '../search-facets.js';
import { RANKED_BY } from '../indexing/search.settings.js';
import type { QueryTokens } from './query-tokens.js';

export interface FindOptions {
  readonly filter?: SearchFilter | null;
  readonly guard?: SearchFilter | null;
  readonly sort?: SearchQuery['sort'];
  readonly facets?: readonly string[];
  readonly offset: number;
  readonly limit: number;
  /** Where the viewer is, from the province down. */
  readonly near?: readonly string[];
}

/** Words as the engine is asked for them. */
export type Asked = Pick<QueryTokens, 'required' | 'joining' | 'excluded'>;

/** All words must occur: the hits as the engine orders them, and the counts. */
export function questionOf({ required, excluded }: Asked, options: FindOptions): SearchQuery {
  const { filter, guard, sort, facets = [TOTAL_FACET] } = options;
  return {
    text: [...without(excluded), ...required.map(exactly)].join(' '),
    matching: 'all',
    filter: filter ?? null,
    guard: guard ?? null,
    facets,
    retrieve: RANKED_BY,
    ...(sort ? { sort } : {}),
    ...sliceOf(options),
  };
}

/** The counts without the hits. */
export function countQuestion(
  asked: Asked,
  options: Pick<FindOptions, 'filter' | 'guard' | 'facets'>,
): SearchQuery {
  return { ...questionOf(asked, { ...options, offset: 0, limit: 0 }), retrieve: [], limit: 0 };
}

/**
 * The hits without the counts, those that have words in one piece first. What lacks one of the words comes after all that
 * have them: to be cut off by their count. Null where there are no such words, or where another order was asked for.
 */
export function joinedQuestion(
  { required, joining, excluded }: Asked,
  options: FindOptions,
): SearchQuery | null {
  const { filter, guard, sort } = options;
  if (joining.length === 0 || isSorted(sort)) return null;
  return {
    text: [...without(excluded), ...required.map(exactly), ...joining].join(' '),
    matching: 'last',
    filter: filter ?? null,
    guard: guard ?? null,
    retrieve: RANKED_BY,
    ...sliceOf(options),
  };
}

/**
 * A token of ours that is a number, as a phrase: the engine then neither joins it with its neighbours nor looks for slips,
 * which takes it as long again, nor leaves it out.
 */
function exactly(token: string): string {
  return /^\d/u.test(token) ? `"${token}"` : token;
}

/** What our ranking looks at, or the page behind it. */
export function sliceOf({ sort, limit, offset }: FindOptions): { offset: number; limit: number } {
  if (isSorted(sort) || offset >= RANKING.window) return { offset, limit };
  return { offset: 0, limit: Math.max(RANKING.window, offset + limit) };
}

function without(excluded: QueryTokens['excluded']): string[] {
  return excluded.map((phrase) => `-"${phrase.join(' ')}"`);
}

export function isSorted(sort: SearchQuery['sort']): boolean {
  return sort !== undefined && sort.length > 0;
}

/** How many were found, exactly. */
export function countOf(answer: SearchHits | undefined): number {
  return totalOf(answer?.facets ?? {});
}

export const NO_WORDS: Asked = { required: [], joining: [], excluded: [] };
