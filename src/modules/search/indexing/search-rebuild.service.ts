import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import {
  SearchEngine,
  SearchIndexMissing,
  type DocumentSink,
  type SearchDocument,
} from '../../../core/search-engine/index.js';
import { JobPostingReader } from '../../job-postings/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { toSearchDocument } from './job-posting.document.js';
import { SearchIndexer } from './search-indexer.service.js';
import { JOB_POSTINGS_INDEX, JOB_POSTING_SETTINGS } from './search.settings.js';

const BATCH = 2_000;
const VERSIONS_BATCH = 10_000;
/** Transactions that began before the rebuild may commit after it; this much is replayed from before. */
const OVERLAP_MS = 60_000;

/** The index anew from the database, and the comparison of the two. */
@Injectable()
export class SearchRebuild {
  private readonly logger = new Logger(SearchRebuild.name);

  constructor(
    private readonly engine: SearchEngine,
    private readonly postings: JobPostingReader,
    private readonly reference: ReferenceReader,
    private readonly indexer: SearchIndexer,
    private readonly clock: Clock,
  ) {}

  /** Fills a new index beside the live one, replays what changed meanwhile and swaps; searches go on. */
  async rebuild(
    options: { signal?: AbortSignal; onProgress?: (documentCount: number) => void } = {},
  ): Promise<{ documentCount: number }> {
    const since = new Date(this.clock.now().getTime() - OVERLAP_MS);
    const outcome = await this.engine.rebuild(JOB_POSTINGS_INDEX, {
      settings: JOB_POSTING_SETTINGS,
      batches: this.batches(),
      replay: (sink) => this.replay(sink, since),
      ...options,
    });
    this.logger.log(`Index rebuilt with ${outcome.documentCount} postings`);
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
      const open = await this.postings.openVersions(after, VERSIONS_BATCH);
      for (const { id, version } of open) {
        if (indexed.get(id) !== version) differing.push(id);
        indexed.delete(id);
      }
      await flush();
      if (open.length < VERSIONS_BATCH) break;
      after = open.at(-1)?.id ?? null;
    }
    differing.push(...indexed.keys());
    await flush();
    if (count > 0) this.logger.warn(`${count} postings differed between index and database`);
    return count;
  }

  private async indexedVersions(): Promise<Map<string, number>> {
    const versions = new Map<string, number>();
    try {
      for await (const batch of this.engine.versions(JOB_POSTINGS_INDEX)) {
        for (const { id, version } of batch) versions.set(id, version);
      }
    } catch (error) {
      if (!(error instanceof SearchIndexMissing)) throw error;
    }
    return versions;
  }

  private async *batches(): AsyncGenerator<SearchDocument[]> {
    const tables = await this.reference.tables();
    let after: string | null = null;
    for (;;) {
      const rows = await this.postings.documents({ after, limit: BATCH });
      if (rows.length > 0) yield rows.map((row) => toSearchDocument(row, tables));
      if (rows.length < BATCH) return;
      after = rows.at(-1)?.id ?? null;
    }
  }

  private async replay(sink: DocumentSink, since: Date): Promise<void> {
    let after: string | null = null;
    for (;;) {
      const ids = await this.postings.idsTouchedSince(since, after, BATCH);
      await this.indexer.writeTo(sink, ids);
      if (ids.length < BATCH) return;
      after = ids.at(-1) ?? null;
    }
  }
}
