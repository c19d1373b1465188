import type { IndexSettings, SearchEngine } from '../../../src/core/search-engine/index.js';
import type { ReferenceTables } from '../../../src/modules/reference-data/index.js';
import {
  JOB_POSTING_SETTINGS,
  toSearchDocument,
  wordsOf,
  type PostingFinder,
  type SimilarFinder,
  type SimilarWeights,
} from '../../../src/modules/search/index.js';
import { asPosting, type Searched } from './search-documents.js';

/** A way of searching: how documents are indexed, and how a query is put. */
export interface SearchWay {
  readonly name: string;
  readonly settings: IndexSettings;
  readonly documentOf: (document: Searched) => { id: string; version: number };
  /** Ids, best first, and how many of them have all that was asked for. */
  readonly ask: (index: string, query: string, limit: number) => Promise<Answer>;
  /** Titles that resemble, asked for where what was found does not fill the page. */
  readonly similar?: (index: string, query: string, limit: number) => Promise<readonly string[]>;
}

type Answer = readonly string[];

const TEXTS = ['title', 'skills', 'occupation', 'employerName', 'duties'];
const PLAIN: IndexSettings = {
  searchableAttributes: TEXTS,
  filterableAttributes: [],
  sortableAttributes: [],
};

/** As the product searches: its documents, its settings, its reading of a query. */
export function productWay(
  finder: PostingFinder,
  nearby: SimilarFinder,
  tables: ReferenceTables,
  weights?: SimilarWeights,
): SearchWay {
  return {
    name: 'product',
    settings: JOB_POSTING_SETTINGS,
    documentOf: (document) => toSearchDocument(asPosting(document), tables),
    ask: async (index, query, limit) => {
      const read = await finder.read(wordsOf(query));
      return (await finder.find(index, read, { offset: 0, limit })).ids;
    },
    similar: async (index, query, limit) => {
      const read = await finder.read(wordsOf(query));
      const { isInTitle } = await finder.find(index, read, { offset: 0, limit: 1 });
      return nearby.similar(index, read, { limit, isInTitle, ...(weights && { weights }) });
    },
  };
}

/** The engine as it comes, and told that the texts are Chinese and English; without our own fields. */
export function plainWays(engine: SearchEngine): SearchWay[] {
  const way = (name: string, settings: IndexSettings): SearchWay => ({
    name,
    settings,
    documentOf: ({ id, title, employerName, skills, occupation, duties }) => {
      return { id, version: 1, title, employerName, skills, occupation, duties };
    },
    ask: async (index, text, limit) => (await engine.search(index, { text, limit })).ids,
  });
  const localizedAttributes = [{ attributePatterns: ['*'], locales: ['cmn', 'eng'] }];
  return [way('default', PLAIN), way('localized', { ...PLAIN, localizedAttributes })];
}

/**
 * The same index without our fields: the texts as they are, with all that the product filters and sorts by. What our
 * fields cost in time and room is measured against it.
 */
export function unaidedWay(engine: SearchEngine, tables: ReferenceTables): SearchWay {
  const own = new Set(JOB_POSTING_SETTINGS.searchableAttributes);
  return {
    name: 'unaided',
    settings: {
      ...JOB_POSTING_SETTINGS,
      searchableAttributes: TEXTS,
      displayedAttributes: ['id', 'version'],
      prefixSearch: 'indexingTime',
      typoTolerance: { disableOnAttributes: ['duties'] },
      localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn', 'eng'] }],
    },
    documentOf: (document) => {
      const { id, version, ...rest } = toSearchDocument(asPosting(document), tables);
      const kept = Object.entries(rest).filter(([name]) => !own.has(name));
      const { title, employerName, skills, occupation, duties } = document;
      const texts = { title, employerName, skills, occupation, duties };
      return { ...Object.fromEntries(kept), ...texts, id, version };
    },
    ask: async (index, text, limit) => {
      const { ids } = await engine.search(index, { text, limit, facets: ['publication'] });
      return ids;
    },
  };
}
