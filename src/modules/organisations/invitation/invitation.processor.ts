import { Injectable } from '@nestjs/common';
import { HandlesTask } from '../../../core/tasks/index.js';
import { InvitationMailService } from './invitation-mail.service.js';
import { InvitationService } from './invitation.service.js';
import { expireInvitations, sendInvitation } from './invitation.tasks.js';

@Injectable()
export class InvitationProcessor {
  constructor(
    private readonly mail: InvitationMailService,
    private readonly service: InvitationService,
  ) {}

  @HandlesTask(sendInvitation)
  async send({ invitationId }: { invitationId: string }): Promise<void> {
    await this.mail.send(invitationId);
  }

  @HandlesTask(expireInvitations)
  async expire(): Promise<void> {
    await this.service.expire();
  }
}
