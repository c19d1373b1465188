import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import {
  jobPostingChanged,
  jobPostingClaimed,
  jobPostingClosed,
  jobPostingFilled,
  jobPostingPaused,
  jobPostingPublished,
  jobPostingReopened,
  jobPostingResumed,
  jobPostingRevised,
  jobPostingsImported,
} from '../../job-postings/index.js';
import { standingChanged } from '../../organisations/index.js';
import { SearchIndexer } from './search-indexer.service.js';
import { indexImportChunk, indexOrganisation } from './search.tasks.js';

/** Hands over to the index whatever happened to a posting; the task reads the row itself. */
@Injectable()
export class SearchListener {
  constructor(
    private readonly indexer: SearchIndexer,
    private readonly tasks: TaskQueue,
  ) {}

  @OnEvent(jobPostingPublished)
  @OnEvent(jobPostingChanged)
  @OnEvent(jobPostingRevised)
  @OnEvent(jobPostingPaused)
  @OnEvent(jobPostingResumed)
  @OnEvent(jobPostingClosed)
  @OnEvent(jobPostingFilled)
  @OnEvent(jobPostingReopened)
  @OnEvent(jobPostingClaimed)
  async postingChanged({ jobPostingId }: { jobPostingId: string }): Promise<void> {
    await this.indexer.enqueue([jobPostingId]);
  }

  @OnEvent(jobPostingsImported)
  async imported(payload: { importId: string; chunk: number }): Promise<void> {
    await this.tasks.enqueue(indexImportChunk, payload, {
      deduplicationId: `import-${payload.importId}-${payload.chunk}`,
    });
  }

  @OnEvent(standingChanged)
  async standingChanged({ organisationId }: { organisationId: string }): Promise<void> {
    await this.tasks.enqueue(
      indexOrganisation,
      { organisationId },
      { deduplicationId: `organisation-${organisationId}` },
    );
  }
}
