import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { EnrolmentRepository } from '../enrolment/enrolment.repository.js';
import { ObligationRepository } from '../obligations/obligation.repository.js';
import { AgreementSteps } from './agreement-steps.service.js';
import { InternshipGuard } from '../internship/internship-guard.service.js';
import { agreementHeldUp, agreementSuperseded, agreementTookEffect } from './agreement.events.js';
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
    private readonly internships: InternshipGuard,
    private readonly clock: Clock,
  ) {}

  /**
   * It takes effect, and what it amends gives way to it; one that breaks the rules of its kind is held up instead. Inside a
   * unit of work, with the agreement locked. Answers whether anything changed.
   */
  async begin(actor: Actor, agreement: Agreement): Promise<boolean> {
    const now = this.clock.now();
    const broken = await this.internships.check(agreement);
    if (broken) return this.holdUp(agreement, broken.code, now);
    if (agreement.amendsId !== null) await this.supersede(agreement.amendsId, agreement.id, now);
    const step = agreement.state === 'SUSPENDED' ? 'release' : 'takeEffect';
    await this.steps.take(actor, agreement, step, 'PLATFORM', { effectiveAt: now });
    await this.steps.tell(agreementTookEffect, agreement, {});
    return true;
  }

  /** Once: while it stays so nobody is told again. */
  private async holdUp(agreement: Agreement, rule: string, suspendedAt: Date): Promise<boolean> {
    if (agreement.state === 'SUSPENDED') return false;
    const columns = { suspendedAt, suspendReason: rule };
    const details = { reason: rule, detail: { rule } };
    await this.steps.take(SYSTEM, agreement, 'holdUp', 'PLATFORM', columns, details);
    await this.steps.tell(agreementHeldUp, agreement, {});
    return true;
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
