import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { TaskQueue } from '../../../core/tasks/index.js';
import { AgreementEventsRepository } from './agreement-events.repository.js';
import { sealAgreement } from './evidence.tasks.js';

/** Sealing begins within a second; what waits longer was lost with a process or a queue. */
const OVERDUE_MS = 10_000;
const ALARM_MS = 60_000;
const BATCH = 500;

/** Looks four times a minute for agreements that all have signed and nothing sealed. */
@Injectable()
export class SealWatch {
  private readonly logger = new Logger('AgreementEvidence');

  constructor(
    private readonly events: AgreementEventsRepository,
    private readonly queue: TaskQueue,
    private readonly clock: Clock,
  ) {}

  async ask(agreementId: string): Promise<void> {
    await this.queue.enqueue(sealAgreement, { agreementId }, { deduplicationId: agreementId });
  }

  /** Answers how many were found. */
  async sweep(): Promise<number> {
    const now = this.clock.now().getTime();
    const found = await this.events.unsealed(new Date(now - OVERDUE_MS), BATCH);
    for (const { agreementId } of found) await this.ask(agreementId);
    const late = found.filter(({ signedAt }) => now - signedAt.getTime() > ALARM_MS);
    if (late.length > 0) {
      this.logger.error({
        message: 'ALARM: agreements are not sealed a minute after the last signature',
        count: late.length,
        agreementIds: late.slice(0, 20).map(({ agreementId }) => agreementId),
      });
    }
    return found.length;
  }
}
