import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../../core/tasks/index.js';
import { JobPostingReader, PostingImportReader } from '../../job-postings/index.js';
import { SearchIndexer } from './search-indexer.service.js';
import { SearchRebuild } from './search-rebuild.service.js';
import {
  ensureIndex,
  indexImportChunk,
  indexJobPosting,
  indexOrganisation,
  rebuildIndex,
  reconcileIndex,
} from './search.tasks.js';

@Injectable()
export class SearchProcessor {
  constructor(
    private readonly indexer: SearchIndexer,
    private readonly rebuilds: SearchRebuild,
    private readonly imports: PostingImportReader,
    private readonly postings: JobPostingReader,
  ) {}

  @HandlesTask(indexJobPosting)
  async posting({ jobPostingId }: { jobPostingId: string }, { signal }: TaskRun): Promise<void> {
    await this.indexer.index([jobPostingId], signal);
  }

  @HandlesTask(indexImportChunk)
  async importChunk(
    { importId, chunk }: { importId: string; chunk: number },
    { signal }: TaskRun,
  ): Promise<void> {
    await this.indexer.index(await this.imports.postingIds(importId, chunk), signal);
  }

  @HandlesTask(indexOrganisation)
  async organisation(
    { organisationId }: { organisationId: string },
    { signal }: TaskRun,
  ): Promise<void> {
    await this.indexer.index(await this.postings.publishedIdsOf(organisationId), signal);
  }

  @HandlesTask(rebuildIndex)
  async rebuild(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.rebuilds.rebuild({ signal });
  }

  @HandlesTask(reconcileIndex)
  async reconcile(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.rebuilds.reconcile(signal);
  }

  @HandlesTask(ensureIndex)
  async ensure(): Promise<void> {
    await this.indexer.ensureAnew();
  }
}
