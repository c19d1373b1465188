import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { EnrolmentRepository } from '../enrolment/enrolment.repository.js';
import { ObligationRepository } from '../obligations/obligation.repository.js';
import { AgreementSteps } from './agreement-steps.service.js';
import { agreementSuperseded, agreementTookEffect } from './agreement.events.js';
import { agreementMachine } from './agreement.machine.js';
import type { Agreement } from './agreement.model.js';
import { AgreementRepository } from './agreement.repository.js';

/** The first day of what all have signed. */
@Injectable()
export class AgreementStart {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly obligations: ObligationRepository,
    private readonly enrolments: EnrolmentRepository,
    private readonly steps: AgreementSteps,
    private readonly clock: Clock,
  ) {}

  /** It takes effect, and what it amends gives way to it. Inside a unit of work, with the agreement locked. */
  async begin(actor: Actor, agreement: Agreement): Promise<void> {
    const now = this.clock.now();
    if (agreement.amendsId !== null) await this.supersede(agreement.amendsId, agreement.id, now);
    await this.steps.take(actor, agreement, 'takeEffect', 'PLATFORM', { effectiveAt: now });
    await this.steps.tell(agreementTookEffect, agreement, {});
  }

  /** One that is over already stays what it is. */
  private async supersede(id: string, amendmentId: string, endedAt: Date): Promise<void> {
    const amended = await this.agreements.lock(id);
    if (!amended || !agreementMachine.can(amended.state, 'supersede', 'PLATFORM')) return;
    await this.agreements.takeOverPostings(id, amendmentId);
    await this.obligations.takeOver(id, amendmentId);
    await this.enrolments.takeOver(id, amendmentId);
    const detail = { amendmentId };
    await this.steps.take(SYSTEM, amended, 'supersede', 'PLATFORM', { endedAt }, { detail });
    await this.steps.tell(agreementSuperseded, amended, { amendmentId });
  }
}
