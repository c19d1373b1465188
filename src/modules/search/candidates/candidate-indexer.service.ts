import { Injectable } from '@nestjs/common';
import { SearchEngine } from '../../../core/search-engine/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { DocumentIndexer } from '../indexing/document-indexer.js';
import { CandidateSource } from './candidate-source.js';
import { indexCandidate, rebuildCandidates } from './candidate.tasks.js';

/** Keeps the index of candidates up to date. */
@Injectable()
export class CandidateIndexer extends DocumentIndexer {
  constructor(
    engine: SearchEngine,
    source: CandidateSource,
    private readonly tasks: TaskQueue,
  ) {
    super(engine, source);
  }

  async enqueue(profileIds: readonly string[]): Promise<void> {
    await this.tasks.enqueueMany(
      indexCandidate,
      profileIds.map((profileId) => ({
        payload: { profileId },
        deduplicationId: `candidate-${profileId}`,
      })),
    );
  }

  protected async enqueueRebuild(): Promise<void> {
    await this.tasks.enqueue(rebuildCandidates, {}, { deduplicationId: 'candidates-rebuild' });
  }
}
