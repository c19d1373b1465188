import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { messageQueued } from './identity-message.events.js';
import { sendIdentityMessage } from './identity-message.tasks.js';

@Injectable()
export class IdentityMessageListener {
  constructor(private readonly tasks: TaskQueue) {}

  @OnEvent(messageQueued)
  async send({ messageId }: { messageId: string }): Promise<void> {
    await this.tasks.enqueue(
      sendIdentityMessage,
      { messageId },
      { deduplicationId: `identity-message-${messageId}` },
    );
  }
}
