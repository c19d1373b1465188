import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../tasks/index.js';
import { purgeIdempotencyKeys } from './actions.tasks.js';
import { IdempotencyKeysRepository } from './idempotency-keys.repository.js';

const KEEP_DAYS = 7;
const BATCH = 5_000;

@Injectable()
export class ActionsProcessor {
  constructor(private readonly keys: IdempotencyKeysRepository) {}

  @HandlesTask(purgeIdempotencyKeys)
  async purge(_payload: object, run: TaskRun): Promise<void> {
    for (let removed = BATCH; removed === BATCH && !run.signal.aborted;) {
      removed = await this.keys.purge(KEEP_DAYS, BATCH);
    }
  }
}
