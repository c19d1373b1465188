import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { AgreementSteps } from './agreement-steps.service.js';
import { AgreementStart } from './agreement-start.service.js';
import { agreementExpired } from './agreement.events.js';
import { agreementMachine } from './agreement.machine.js';
import type { Agreement } from './agreement.model.js';
import { isHeldUp } from './agreement.rules.js';
import { SignatoryRepository } from '../signing/signatory.repository.js';
import { AgreementRepository } from './agreement.repository.js';

const BATCH = 100;

/** What the calendar does to agreements: begin, expire, or lapse unsigned. */
@Injectable()
export class AgreementClock {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly agreements: AgreementRepository,
    private readonly steps: AgreementSteps,
    private readonly starts: AgreementStart,
    private readonly signatories: SignatoryRepository,
    private readonly clock: Clock,
  ) {}

  /** Takes every step that is due; each agreement in a transaction of its own. Answers how many. */
  async run(signal: AbortSignal): Promise<number> {
    let count = 0;
    for (let after: string | null = null; ;) {
      const due = await this.agreements.listDue(this.clock.today(), after, BATCH);
      for (const id of due) {
        signal.throwIfAborted();
        if (await this.uow.run(() => this.advance(id))) count += 1;
      }
      if (due.length < BATCH) return count;
      after = due.at(-1) ?? null;
    }
  }

  private async advance(id: string): Promise<boolean> {
    const agreement = await this.agreements.lock(id);
    if (!agreement) return false;
    const now = this.clock.now();
    const today = this.clock.today();
    if (agreement.endsOn < today) return this.end(agreement, now);
    const isToBegin = agreement.state === 'SIGNED' || isHeldUp(agreement);
    return isToBegin && agreement.startsOn <= today && this.starts.begin(SYSTEM, agreement);
  }

  private async end(agreement: Agreement, now: Date): Promise<boolean> {
    if (agreementMachine.can(agreement.state, 'expire', 'PLATFORM')) {
      await this.steps.take(SYSTEM, agreement, 'expire', 'PLATFORM', { endedAt: now });
      await this.steps.tell(agreementExpired, agreement, {});
      return true;
    }
    const isOpen = agreementMachine.can(agreement.state, 'lapse', 'PLATFORM');
    if (isOpen) {
      await this.steps.take(SYSTEM, agreement, 'lapse', 'PLATFORM', { endedAt: now });
      await this.signatories.voidOpen(agreement.id);
    }
    return isOpen;
  }
}
