import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { allocationRunStarted } from './allocation-run.events.js';
import { runAllocation } from './allocation-run.tasks.js';

@Injectable()
export class AllocationRunListener {
  constructor(private readonly tasks: TaskQueue) {}

  @OnEvent(allocationRunStarted)
  async started({ allocationRunId }: { allocationRunId: string }): Promise<void> {
    await this.tasks.enqueue(
      runAllocation,
      { allocationRunId },
      { deduplicationId: `allocation-run-${allocationRunId}` },
    );
  }
}
