import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../../core/tasks/index.js';
import { ProfileReader } from '../../profiles/index.js';
import { CandidateIndexer } from './candidate-indexer.service.js';
import { CandidateRebuild } from './candidate-rebuild.service.js';
import {
  ensureCandidates,
  indexCandidate,
  indexImportedCandidates,
  rebuildCandidates,
  reconcileCandidates,
} from './candidate.tasks.js';

@Injectable()
export class CandidateProcessor {
  constructor(
    private readonly indexer: CandidateIndexer,
    private readonly rebuilds: CandidateRebuild,
    private readonly profiles: ProfileReader,
  ) {}

  @HandlesTask(indexCandidate)
  async candidate({ profileId }: { profileId: string }, { signal }: TaskRun): Promise<void> {
    await this.indexer.index([profileId], signal);
  }

  @HandlesTask(indexImportedCandidates)
  async imported(
    { importId, chunk }: { importId: string; chunk: number },
    { signal }: TaskRun,
  ): Promise<void> {
    await this.indexer.index(await this.profiles.idsOfImport(importId, chunk), signal);
  }

  @HandlesTask(rebuildCandidates)
  async rebuild(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.rebuilds.rebuild({ signal });
  }

  @HandlesTask(reconcileCandidates)
  async reconcile(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.rebuilds.reconcile(signal);
  }

  @HandlesTask(ensureCandidates)
  async ensure(): Promise<void> {
    await this.indexer.ensureAnew();
  }
}
