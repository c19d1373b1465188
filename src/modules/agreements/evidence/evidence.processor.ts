import { Injectable } from '@nestjs/common';
import { HandlesTask } from '../../../core/tasks/index.js';
import { EventHeadPublisher } from './event-head-publisher.service.js';
import { publishEventHead } from './evidence.tasks.js';

@Injectable()
export class EvidenceProcessor {
  constructor(private readonly heads: EventHeadPublisher) {}

  @HandlesTask(publishEventHead)
  async publishHead(): Promise<void> {
    await this.heads.publish();
  }
}
