import { Logger } from '@nestjs/common';
import type { Clock } from '../../../core/clock/index.js';
import {
  SearchIndexMissing,
  type DocumentSink,
  type SearchEngine,
} from '../../../core/search-engine/index.js';
import type { DocumentIndexer } from './document-indexer.js';
import { BATCH, type DocumentSource } from './document-source.js';

const VERSIONS_BATCH = 10_000;
/** Transactions that began before the rebuild may commit after it; this much is replayed from before. */
const OVERLAP_MS = 60_000;

/** An index anew from the database, and the comparison of the two. */
export abstract class IndexRebuild {
  private readonly logger = new Logger(IndexRebuild.name);

  protected constructor(
    private readonly engine: SearchEngine,
    private readonly clock: Clock,
    private readonly source: DocumentSource,
    private readonly indexer: DocumentIndexer,
  ) {}

  /** Fills a new index beside the live one, replays what changed meanwhile and swaps; searches go on. */
  async rebuild(
    options: { signal?: AbortSignal; onProgress?: (documentCount: number) => void } = {},
  ): Promise<{ documentCount: number }> {
    const { index, settings, kind } = this.source;
    const since = new Date(this.clock.now().getTime() - OVERLAP_MS);
    const outcome = await this.engine.rebuild(index, {
      settings,
      batches: this.source.batches(),
      replay: (sink) => this.replay(sink, since),
      ...options,
    });
    this.logger.log(`Index rebuilt with ${outcome.documentCount} ${kind}`);
    return outcome;
  }

  /** Compares ids and versions both ways and has what differs indexed anew. Answers how many differed. */
  async reconcile(signal?: AbortSignal): Promise<number> {
    const indexed = await this.indexedVersions();
    let differing: string[] = [];
    let count = 0;
    const flush = async (): Promise<void> => {
      count += differing.length;
      await this.indexer.enqueue(differing);
      differing = [];
    };
    let after: string | null = null;
    for (;;) {
      signal?.throwIfAborted();
      const rows = await this.source.versions(after, VERSIONS_BATCH);
      for (const { id, version } of rows) {
        if (indexed.get(id) !== version) differing.push(id);
        indexed.delete(id);
      }
      await flush();
      if (rows.length < VERSIONS_BATCH) break;
      after = rows.at(-1)?.id ?? null;
    }
    differing.push(...indexed.keys());
    await flush();
    if (count > 0)
      this.logger.warn(`${count} ${this.source.kind} differed between index and database`);
    return count;
  }

  private async indexedVersions(): Promise<Map<string, number>> {
    const versions = new Map<string, number>();
    try {
      for await (const batch of this.engine.versions(this.source.index)) {
        for (const { id, version } of batch) versions.set(id, version);
      }
    } catch (error) {
      if (!(error instanceof SearchIndexMissing)) throw error;
    }
    return versions;
  }

  private async replay(sink: DocumentSink, since: Date): Promise<void> {
    let after: string | null = null;
    for (;;) {
      const ids = await this.source.idsTouchedSince(since, after, BATCH);
      await this.indexer.writeTo(sink, ids);
      if (ids.length < BATCH) return;
      after = ids.at(-1) ?? null;
    }
  }
}
