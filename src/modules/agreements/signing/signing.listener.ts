import { Injectable } from '@nestjs/common';
import { OnEvent } from '../../../core/events/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { signingCodeIssued } from './signing.events.js';
import { sendSigningCode } from './signing.tasks.js';

@Injectable()
export class SigningListener {
  constructor(private readonly tasks: TaskQueue) {}

  @OnEvent(signingCodeIssued)
  async send({ signingSessionId }: { signingSessionId: string }): Promise<void> {
    await this.tasks.enqueue(
      sendSigningCode,
      { signingSessionId },
      { deduplicationId: `agreement-signing-code-${signingSessionId}` },
    );
  }
}
