import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Outbox } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../acting-account.js';
import { organisationErrors } from '../organisation/organisation.errors.js';
import { bureauInCharge, isInCharge, isMember } from '../organisation/organisation.policy.js';
import { StandingService } from '../organisation/standing.service.js';
import { VerificationSteps, type Subject } from './verification-steps.service.js';
import { verificationErrors } from './verification.errors.js';
import { verificationDecided } from './verification.events.js';
import {
  approvalSchema,
  refusalSchema,
  verificationIdSchema,
  type ApproveVerificationInput,
  type RefuseVerificationInput,
  type VerificationIdInput,
} from './verification.inputs.js';
import { isAppeal } from './verification.machine.js';
import { validityEnd } from './verification.rules.js';
import { UNCLAIMED } from './verification.service.js';

/** The bureau's side of a verification: an officer takes it on and decides; an appeal goes to another officer. */
@Injectable()
export class VerificationDecisions {
  constructor(
    private readonly steps: VerificationSteps,
    private readonly standing: StandingService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async claim(actor: Actor, input: VerificationIdInput): Promise<string> {
    const { verification } = await this.requireInCharge(actor, input);
    if (verification.claimedBy !== null && verification.claimedBy !== actor.accountId)
      throw verificationErrors.CLAIMED_BY_ANOTHER();
    const transition = isAppeal(verification.state) ? 'claimAppeal' : 'claim';
    if (transition === 'claimAppeal' && verification.decidedBy === actor.accountId)
      throw verificationErrors.SAME_OFFICER();
    const claim = { claimedBy: actingAccount(actor), claimedAt: this.clock.now() };
    await this.steps.take(actor, verification, transition, 'OFFICER', claim);
    return verification.id;
  }

  /** Any officer in charge may give it back, so that a colleague's absence holds nothing up. */
  async release(actor: Actor, input: VerificationIdInput): Promise<string> {
    const { verification } = await this.requireInCharge(actor, input);
    const transition = isAppeal(verification.state) ? 'releaseAppeal' : 'release';
    await this.steps.take(actor, verification, transition, 'OFFICER', UNCLAIMED);
    return verification.id;
  }

  async approve(actor: Actor, input: ApproveVerificationInput): Promise<string> {
    const { validUntil: lastDay, text } = parseInput(approvalSchema, input);
    const subject = await this.requireClaimed(actor, input);
    const { verification, organisation } = subject;
    if (organisation.standing === 'SUSPENDED') throw verificationErrors.ORGANISATION_SUSPENDED();
    const validUntil = validityEnd(this.clock.today(), lastDay ?? null);
    const onAppeal = isAppeal(verification.state);
    await this.steps.take(
      actor,
      verification,
      onAppeal ? 'grantAppeal' : 'approve',
      'OFFICER',
      {
        ...UNCLAIMED,
        validUntil,
        ...(onAppeal ? this.appealDecision(actor, text ?? null) : this.decision(actor, subject)),
      },
      text ?? null,
    );
    await this.standing.change(actor, organisation, {
      transition: 'verify',
      by: 'BUREAU',
      reason: { code: onAppeal ? 'APPEAL_GRANTED' : 'APPROVED' },
      verification: { verifiedAt: this.clock.now(), verifiedUntil: validUntil },
    });
    await this.announce(subject, 'APPROVED');
    return verification.id;
  }

  async refuse(actor: Actor, input: RefuseVerificationInput): Promise<string> {
    const { reason, text } = parseInput(refusalSchema, input);
    const subject = await this.requireClaimed(actor, input);
    const { verification } = subject;
    const onAppeal = isAppeal(verification.state);
    const refusal = { refusalReason: reason, refusalText: text };
    await this.steps.take(
      actor,
      verification,
      onAppeal ? 'dismissAppeal' : 'refuse',
      'OFFICER',
      {
        ...UNCLAIMED,
        ...(onAppeal
          ? this.appealDecision(actor, text)
          : { ...refusal, ...this.decision(actor, subject) }),
      },
      reason,
    );
    await this.announce(subject, onAppeal ? 'APPEAL_REFUSED' : 'REFUSED');
    return verification.id;
  }

  private decision(actor: Actor, { organisation }: Subject) {
    return {
      decidedBy: actingAccount(actor),
      decidedAt: this.clock.now(),
      decidedFor: bureauInCharge(actor, organisation),
    };
  }

  private appealDecision(actor: Actor, answer: string | null) {
    return {
      appealDecidedBy: actingAccount(actor),
      appealDecidedAt: this.clock.now(),
      appealAnswer: answer,
    };
  }

  private async requireInCharge(actor: Actor, input: VerificationIdInput): Promise<Subject> {
    const { verificationId } = parseInput(verificationIdSchema, input);
    const subject = await this.steps.require(verificationId, (organisation) =>
      isInCharge(actor, organisation),
    );
    if (isMember(actor, subject.organisation.id)) throw organisationErrors.OWN_ORGANISATION();
    return subject;
  }

  /** Decided by the officer who took it on, and an appeal by another one than the first decision. */
  private async requireClaimed(actor: Actor, input: VerificationIdInput): Promise<Subject> {
    const subject = await this.requireInCharge(actor, input);
    const { verification } = subject;
    if (verification.claimedBy !== null && verification.claimedBy !== actor.accountId)
      throw verificationErrors.CLAIMED_BY_ANOTHER();
    if (isAppeal(verification.state) && verification.decidedBy === actor.accountId)
      throw verificationErrors.SAME_OFFICER();
    return subject;
  }

  private async announce(
    { verification, organisation }: Subject,
    outcome: 'APPROVED' | 'REFUSED' | 'APPEAL_REFUSED',
  ): Promise<void> {
    await this.outbox.record(
      verificationDecided,
      { organisationId: organisation.id, verificationId: verification.id, outcome },
      { type: 'organisation', id: organisation.id },
    );
  }
}
