import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { HandlesTask } from '../tasks/index.js';
import { DevelopmentMessagesRepository } from './development-messages.repository.js';
import { purgeDevelopmentMessages } from './mail.tasks.js';

const KEEP_MS = 7 * 86_400_000;

@Injectable()
export class MailProcessor {
  constructor(
    private readonly messages: DevelopmentMessagesRepository,
    private readonly clock: Clock,
  ) {}

  @HandlesTask(purgeDevelopmentMessages)
  async purge(): Promise<void> {
    await this.messages.purgeBefore(new Date(this.clock.now().getTime() - KEEP_MS));
  }
}
