import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../core/tasks/index.js';
import { MatchingService } from './matching.service.js';
import { matchJobPosting, matchProfile } from './matching.tasks.js';

@Injectable()
export class MatchingProcessor {
  constructor(private readonly matching: MatchingService) {}

  @HandlesTask(matchProfile)
  async profile({ profileId }: { profileId: string }): Promise<void> {
    await this.matching.matchProfile(profileId);
  }

  @HandlesTask(matchJobPosting)
  async jobPosting({ jobPostingId }: { jobPostingId: string }, { signal }: TaskRun): Promise<void> {
    await this.matching.matchJobPosting(jobPostingId, signal);
  }
}
