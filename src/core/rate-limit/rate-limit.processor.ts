import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../tasks/index.js';
import { purgeRateLimits } from './rate-limit.tasks.js';
import { RateLimiter } from './rate-limiter.js';

const BATCH = 5_000;

@Injectable()
export class RateLimitProcessor {
  constructor(private readonly limiter: RateLimiter) {}

  @HandlesTask(purgeRateLimits)
  async purge(_payload: object, run: TaskRun): Promise<void> {
    for (let removed = BATCH; removed === BATCH && !run.signal.aborted;) {
      removed = await this.limiter.purge(BATCH);
    }
  }
}
