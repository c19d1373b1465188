import type {
  IndexSettings,
  SearchDocument,
  SearchEngine,
} from '../../../src/core/search-engine/index.js';
import { simplified } from '../../../src/modules/reference-data/index.js';
import { JOB_POSTING_SETTINGS } from '../../../src/modules/search/index.js';
import { usedBytes } from './engine-size.js';
import type { Searched } from './search-documents.js';

/** A way of searching: how documents are indexed, and how a query is put. */
export interface SearchWay {
  readonly name: string;
  readonly settings: IndexSettings;
  readonly textOf: (query: string) => string;
  readonly matching: 'all' | 'last';
}

const PLAIN: IndexSettings = {
  searchableAttributes: ['title', 'skills', 'occupation', 'employerName'],
  filterableAttributes: [],
  sortableAttributes: [],
};

/** As the product searches: its settings, its reading of a query. */
export const PRODUCT: SearchWay = {
  name: 'product',
  settings: {
    ...JOB_POSTING_SETTINGS,
    searchableAttributes: JOB_POSTING_SETTINGS.searchableAttributes.filter((name) =>
      PLAIN.searchableAttributes.includes(name),
    ),
    filterableAttributes: [],
    sortableAttributes: [],
    // The freshest first is no matter here.
    rankingRules: (JOB_POSTING_SETTINGS.rankingRules ?? []).filter((rule) => !rule.includes(':')),
  },
  textOf: simplified,
  matching: 'all',
};

/** The engine as it comes, and told that the texts are Chinese and English. */
export const BASELINES: readonly SearchWay[] = [
  { name: 'default', settings: PLAIN, textOf: (query) => query, matching: 'last' },
  {
    name: 'localized',
    settings: {
      ...PLAIN,
      localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn', 'eng'] }],
    },
    textOf: (query) => query,
    matching: 'last',
  },
];

const BATCH = 5_000;
const WAIT = { timeoutMs: 600_000 };

/** An index of its own, filled; `ask` gives ids, best first. */
export class ScratchIndex {
  private constructor(
    private readonly engine: SearchEngine,
    private readonly index: string,
    private readonly way: SearchWay,
    readonly fillMs: number,
    readonly bytes: number,
  ) {}

  static async fill(
    engine: SearchEngine,
    way: SearchWay,
    documents: readonly Searched[],
    purpose: string,
  ): Promise<ScratchIndex> {
    const index = `eval_${purpose}_${way.name}`;
    await engine.dropIndex(index);
    const before = await usedBytes();
    const startedAt = performance.now();
    await engine.ensureIndex(index, way.settings);
    const tasks: number[] = [];
    for (let at = 0; at < documents.length; at += BATCH) {
      const batch = documents.slice(at, at + BATCH).map(toDocument);
      tasks.push(await engine.upsert(index, batch));
    }
    for (const task of tasks) await engine.waitFor(task, WAIT);
    const ms = performance.now() - startedAt;
    return new ScratchIndex(engine, index, way, ms, (await usedBytes()) - before);
  }

  async ask(query: string, limit: number): Promise<readonly string[]> {
    const text = this.way.textOf(query);
    const { ids } = await this.engine.search(this.index, {
      text,
      limit,
      matching: this.way.matching,
    });
    return ids;
  }

  drop(): Promise<void> {
    return this.engine.dropIndex(this.index);
  }
}

function toDocument({ id, title, employerName, skills, occupation }: Searched): SearchDocument {
  return { id, version: 1, title, employerName, skills, occupation };
}
