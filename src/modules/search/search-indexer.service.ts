import { Injectable } from '@nestjs/common';
import { SearchEngine, type SearchDocument } from '../../core/search-engine/index.js';
import { TaskQueue } from '../../core/tasks/index.js';
import { JobPostingReader } from '../job-postings/index.js';
import { ReferenceReader } from '../reference-data/index.js';
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
    const documents = await this.documents(jobPostingIds);
    const open = new Set(documents.map(({ id }) => id));
    const gone = jobPostingIds.filter((id) => !open.has(id));
    const changes: number[] = [];
    if (documents.length > 0) {
      changes.push(await this.engine.upsert(JOB_POSTINGS_INDEX, documents));
    }
    if (gone.length > 0) changes.push(await this.engine.remove(JOB_POSTINGS_INDEX, gone));
    for (const change of changes) await this.engine.waitFor(change, signal ? { signal } : {});
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
