import type { SearchEngine } from '../../../src/core/search-engine/index.js';
import { usedBytes } from './engine-size.js';
import type { Searched } from './search-documents.js';
import type { SearchWay } from './search-ways.js';

const BATCH = 5_000;
const WAIT = { timeoutMs: 1_200_000 };

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
      const batch = documents.slice(at, at + BATCH).map(way.documentOf);
      tasks.push(await engine.upsert(index, batch));
    }
    for (const task of tasks) await engine.waitFor(task, WAIT);
    const ms = performance.now() - startedAt;
    return new ScratchIndex(engine, index, way, ms, (await usedBytes()) - before);
  }

  ask(query: string, limit: number): Promise<readonly string[]> {
    return this.way.ask(this.index, query, limit);
  }

  /** With what resembles behind what was found, as far as the way knows of it. */
  async askOn(query: string, limit: number): Promise<readonly string[]> {
    const found = await this.ask(query, limit);
    if (found.length >= limit || !this.way.similar) return found;
    return [...new Set([...found, ...(await this.way.similar(this.index, query, limit))])];
  }

  drop(): Promise<void> {
    return this.engine.dropIndex(this.index);
  }
}
