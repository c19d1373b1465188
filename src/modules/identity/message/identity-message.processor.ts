import { Injectable } from '@nestjs/common';
import { HandlesTask } from '../../../core/tasks/index.js';
import { IdentityMessageService } from './identity-message.service.js';
import { sendIdentityMessage } from './identity-message.tasks.js';

@Injectable()
export class IdentityMessageProcessor {
  constructor(private readonly messages: IdentityMessageService) {}

  @HandlesTask(sendIdentityMessage)
  async send({ messageId }: { messageId: string }): Promise<void> {
    await this.messages.send(messageId);
  }
}
