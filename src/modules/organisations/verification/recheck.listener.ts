import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { recheckDue } from '../organisation/organisation.events.js';
import { sendRecheckReminder } from './recheck.tasks.js';

@Injectable()
export class RecheckListener {
  constructor(private readonly tasks: TaskQueue) {}

  @OnEvent(recheckDue)
  async remind(due: { organisationId: string; daysLeft: number }): Promise<void> {
    await this.tasks.enqueue(sendRecheckReminder, due, {
      deduplicationId: `organisation-recheck-${due.organisationId}-${due.daysLeft}`,
    });
  }
}
