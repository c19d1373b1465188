import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../../core/tasks/index.js';
import { AgreementClock } from './agreement-clock.service.js';
import { advanceAgreements } from './agreement.tasks.js';

@Injectable()
export class AgreementProcessor {
  constructor(private readonly clock: AgreementClock) {}

  @HandlesTask(advanceAgreements)
  async advance(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.clock.run(signal);
  }
}
