import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { memberInvited } from './invitation.events.js';
import { sendInvitation } from './invitation.tasks.js';

@Injectable()
export class InvitationListener {
  constructor(private readonly tasks: TaskQueue) {}

  @OnEvent(memberInvited)
  async send({ invitationId }: { invitationId: string }): Promise<void> {
    await this.tasks.enqueue(
      sendInvitation,
      { invitationId },
      { deduplicationId: `organisation-invitation-${invitationId}` },
    );
  }
}
