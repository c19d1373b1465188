import { Injectable } from '@nestjs/common';
import { HandlesTask } from '../tasks/index.js';
import { AuditHeadPublisher } from './audit-head-publisher.js';
import { publishAuditHead } from './audit.tasks.js';

@Injectable()
export class AuditProcessor {
  constructor(private readonly publisher: AuditHeadPublisher) {}

  @HandlesTask(publishAuditHead)
  async publish(): Promise<void> {
    await this.publisher.publish();
  }
}
