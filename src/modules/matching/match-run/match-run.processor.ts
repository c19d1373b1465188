import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../../core/tasks/index.js';
import { matchEverybody } from '../matching.tasks.js';
import { MatchRunService } from './match-run.service.js';
import { resumeMatchRun, shareSeats, workOnChunk } from './match-run.tasks.js';

@Injectable()
export class MatchRunProcessor {
  constructor(private readonly runs: MatchRunService) {}

  @HandlesTask(matchEverybody)
  async everybody({ again }: { again?: boolean | undefined }): Promise<void> {
    await this.runs.start({ again: again ?? false });
  }

  @HandlesTask(workOnChunk)
  async chunk(
    { matchRunId, chunk }: { matchRunId: string; chunk: number },
    { signal }: TaskRun,
  ): Promise<void> {
    await this.runs.workOnChunk(matchRunId, chunk, signal);
  }

  @HandlesTask(shareSeats)
  async share({ matchRunId }: { matchRunId: string }, { signal }: TaskRun): Promise<void> {
    await this.runs.share(matchRunId, signal);
  }

  @HandlesTask(resumeMatchRun)
  async resume(): Promise<void> {
    await this.runs.resume();
  }
}
