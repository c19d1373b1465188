import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../../core/tasks/index.js';
import { AllocationRunWork } from './allocation-run-work.service.js';
import { runAllocation } from './allocation-run.tasks.js';

@Injectable()
export class AllocationRunProcessor {
  constructor(private readonly work: AllocationRunWork) {}

  @HandlesTask(runAllocation)
  async run({ allocationRunId }: { allocationRunId: string }, { signal }: TaskRun): Promise<void> {
    await this.work.run(allocationRunId, signal);
  }
}
