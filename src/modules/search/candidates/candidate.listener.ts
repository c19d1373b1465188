import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { profileChanged, profilesImported } from '../../profiles/index.js';
import { CandidateIndexer } from './candidate-indexer.service.js';
import { indexImportedCandidates, reconcileCandidates } from './candidate.tasks.js';

/** An import that is taken back removes people, whom no row names afterwards: they are compared once it is quiet. */
const QUIET_MS = 60_000;

/** Hands over to the index whatever happened to a profile; the task reads the row itself. */
@Injectable()
export class CandidateListener {
  constructor(
    private readonly indexer: CandidateIndexer,
    private readonly tasks: TaskQueue,
  ) {}

  /** Also when consent is withdrawn, nobody looks for work any more or the account is closed. */
  @OnEvent(profileChanged)
  async profileChanged({ profileId }: { profileId: string }): Promise<void> {
    await this.indexer.enqueue([profileId]);
  }

  @OnEvent(profilesImported)
  async imported(payload: { importId: string; chunk: number }): Promise<void> {
    await this.tasks.enqueue(indexImportedCandidates, payload, {
      deduplicationId: `candidates-${payload.importId}-${payload.chunk}`,
    });
    await this.tasks.enqueue(
      reconcileCandidates,
      {},
      { deduplicationId: 'candidates-reconcile', delayMs: QUIET_MS },
    );
  }
}
