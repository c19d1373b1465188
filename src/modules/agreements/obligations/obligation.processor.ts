import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../../core/tasks/index.js';
import { ObligationWatch } from './obligation-watch.service.js';
import { watchObligations } from './obligation.tasks.js';

@Injectable()
export class ObligationProcessor {
  constructor(private readonly watch: ObligationWatch) {}

  @HandlesTask(watchObligations)
  async handle(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.watch.run(signal);
  }
}
