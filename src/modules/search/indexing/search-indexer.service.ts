import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  SearchEngine,
  type DocumentSink,
  type SearchDocument,
} from '../../../core/search-engine/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { JobPostingReader } from '../../job-postings/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { toSearchDocument } from './job-posting.document.js';
import { indexJobPosting, rebuildIndex } from './search.tasks.js';
import { JOB_POSTINGS_INDEX, JOB_POSTING_SETTINGS } from './search.settings.js';

/** Brings documents of the index up to date with what the database says now; never with what an event said. */
@Injectable()
export class SearchIndexer {
  private isKnownCurrent = false;

  constructor(
    private readonly engine: SearchEngine,
    private readonly postings: JobPostingReader,
    private readonly reference: ReferenceReader,
    private readonly tasks: TaskQueue,
  ) {}

  /** Has postings indexed soon; each at most once at a time, the last state always wins. */
  async enqueue(jobPostingIds: readonly string[]): Promise<void> {
    await this.tasks.enqueueMany(
      indexJobPosting,
      jobPostingIds.map((jobPostingId) => ({
        payload: { jobPostingId },
        deduplicationId: `job-posting-${jobPostingId}`,
      })),
    );
  }

  /** Upserts those that are open and removes the rest; returns when the engine has applied it. */
  async index(jobPostingIds: readonly string[], signal?: AbortSignal): Promise<void> {
    if (jobPostingIds.length === 0) return;
    await this.ensure();
    const changes: number[] = [];
    await this.writeTo(
      {
        upsert: async (documents) => {
          changes.push(await this.engine.upsert(JOB_POSTINGS_INDEX, documents));
        },
        remove: async (ids) => {
          changes.push(await this.engine.remove(JOB_POSTINGS_INDEX, ids));
        },
      },
      jobPostingIds,
    );
    for (const change of changes) await this.engine.waitFor(change, signal ? { signal } : {});
  }

  /**
   * Writes what the database says of the postings. Others write to the same index meanwhile, and the engine takes the
   * later write, not the later reading: so what was read is compared once it is written, and written again where it was
   * out of date by then. Whoever comes last therefore leaves the last state.
   */
  async writeTo(sink: DocumentSink, jobPostingIds: readonly string[]): Promise<void> {
    let pending = jobPostingIds;
    let documents = await this.documents(pending);
    while (pending.length > 0) {
      const written = new Map(documents.map((document) => [document.id, document]));
      const gone = pending.filter((id) => !written.has(id));
      if (documents.length > 0) await sink.upsert(documents);
      if (gone.length > 0) await sink.remove(gone);
      const current = new Map(
        (await this.documents(pending)).map((document) => [document.id, document]),
      );
      pending = pending.filter((id) => !isDeepStrictEqual(written.get(id), current.get(id)));
      documents = pending.flatMap((id) => current.get(id) ?? []);
    }
  }

  async documents(jobPostingIds: readonly string[]): Promise<SearchDocument[]> {
    const tables = await this.reference.tables();
    const rows = await this.postings.documents({ ids: jobPostingIds });
    return rows.map((row) => toSearchDocument(row, tables));
  }

  /** Makes a missing index; a new or outdated one is rebuilt from the database. */
  async ensure(): Promise<void> {
    if (this.isKnownCurrent) return;
    const state = await this.engine.ensureIndex(JOB_POSTINGS_INDEX, JOB_POSTING_SETTINGS);
    if (state === 'current') this.isKnownCurrent = true;
    else await this.tasks.enqueue(rebuildIndex, {}, { deduplicationId: 'search-rebuild' });
  }

  /** The schedule's look, which does not trust what this process remembers: the engine may have been wiped. */
  async ensureAnew(): Promise<void> {
    this.isKnownCurrent = false;
    await this.ensure();
  }
}
