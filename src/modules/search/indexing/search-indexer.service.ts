import { Injectable } from '@nestjs/common';
import { SearchEngine } from '../../../core/search-engine/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { DocumentIndexer } from './document-indexer.js';
import { PostingSource } from './posting-source.js';
import { indexJobPosting, rebuildIndex } from './search.tasks.js';

/** Keeps the index of postings up to date. */
@Injectable()
export class SearchIndexer extends DocumentIndexer {
  constructor(
    engine: SearchEngine,
    source: PostingSource,
    private readonly tasks: TaskQueue,
  ) {
    super(engine, source);
  }

  async enqueue(jobPostingIds: readonly string[]): Promise<void> {
    await this.tasks.enqueueMany(
      indexJobPosting,
      jobPostingIds.map((jobPostingId) => ({
        payload: { jobPostingId },
        deduplicationId: `job-posting-${jobPostingId}`,
      })),
    );
  }

  protected async enqueueRebuild(): Promise<void> {
    await this.tasks.enqueue(rebuildIndex, {}, { deduplicationId: 'search-rebuild' });
  }
}
