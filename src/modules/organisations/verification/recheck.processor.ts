import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../../core/tasks/index.js';
import { RecheckMailService } from './recheck-mail.service.js';
import { RecheckService } from './recheck.service.js';
import { lapseVerifications, remindOfRechecks, sendRecheckReminder } from './recheck.tasks.js';

@Injectable()
export class RecheckProcessor {
  constructor(
    private readonly rechecks: RecheckService,
    private readonly mail: RecheckMailService,
  ) {}

  @HandlesTask(lapseVerifications)
  async lapse(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.rechecks.lapse(signal);
  }

  @HandlesTask(remindOfRechecks)
  async remind(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.rechecks.remind(signal);
  }

  @HandlesTask(sendRecheckReminder)
  async send({
    organisationId,
    daysLeft,
  }: {
    organisationId: string;
    daysLeft: number;
  }): Promise<void> {
    await this.mail.send(organisationId, daysLeft);
  }
}
