import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../../core/tasks/index.js';
import { expirePostings, releasePostings, resumePostings } from './job-posting.tasks.js';
import { PostingClockService } from './posting-clock.service.js';

@Injectable()
export class JobPostingProcessor {
  constructor(private readonly clock: PostingClockService) {}

  @HandlesTask(releasePostings)
  async release(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.clock.release(signal);
  }

  @HandlesTask(resumePostings)
  async resume(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.clock.resume(signal);
  }

  @HandlesTask(expirePostings)
  async expire(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.clock.expire(signal);
  }
}
