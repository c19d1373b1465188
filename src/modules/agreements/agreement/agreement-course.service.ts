import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AgreementSteps } from './agreement-steps.service.js';
import { agreementErrors } from './agreement.errors.js';
import { agreementResumed, agreementSuspended, agreementTerminated } from './agreement.events.js';
import {
  agreementIdSchema,
  reasonSchema,
  type AgreementReasonInput,
  type ResumeAgreementInput,
} from './agreement.inputs.js';
import { AGREEMENT_SIGN } from './agreement.permissions.js';
import { isHeldUp } from './agreement.rules.js';

/** Holding up, going on with and ending what all signed: any party may, also a person. All are told. */
@Injectable()
export class AgreementCourse {
  constructor(
    private readonly steps: AgreementSteps,
    private readonly clock: Clock,
  ) {}

  /** A party that sees its counterpart fail may withhold its own performance, and says so at once (民法典 Art. 527, 528). */
  async suspend(actor: Actor, input: AgreementReasonInput): Promise<string> {
    const { agreementId, reason } = parseInput(reasonSchema, input);
    const { agreement, party } = await this.steps.requireParty(actor, agreementId, AGREEMENT_SIGN);
    const columns = {
      suspendedBy: party.position,
      suspendedAt: this.clock.now(),
      suspendReason: reason,
    };
    const details = { reason, party: party.position };
    await this.steps.take(actor, agreement, 'suspend', 'PARTY', columns, details);
    const byOrganisationId = party.organisationId;
    await this.steps.tell(agreementSuspended, agreement, { byOrganisationId });
    return agreementId;
  }

  /** Only the party that holds it up lets it go on; the others may end it. */
  async resume(actor: Actor, input: ResumeAgreementInput): Promise<string> {
    const { agreementId } = parseInput(agreementIdSchema, input);
    const { agreement, party } = await this.steps.requireParty(actor, agreementId, AGREEMENT_SIGN);
    const { suspension } = agreement;
    if (isHeldUp(agreement)) throw agreementErrors.HELD_UP({ field: ['agreementId'] });
    if (suspension !== null && suspension.partyPosition !== party.position) {
      throw agreementErrors.SUSPENDED_BY_OTHERS({ field: ['agreementId'] });
    }
    const details = { party: party.position };
    await this.steps.take(actor, agreement, 'resume', 'PARTY', {}, details);
    const byOrganisationId = party.organisationId;
    await this.steps.tell(agreementResumed, agreement, { byOrganisationId });
    return agreementId;
  }

  /** Before the last day. It says why. */
  async terminate(actor: Actor, input: AgreementReasonInput): Promise<string> {
    const { agreementId, reason } = parseInput(reasonSchema, input);
    const { agreement, party } = await this.steps.requireParty(actor, agreementId, AGREEMENT_SIGN);
    const columns = { endedAt: this.clock.now(), endReason: reason };
    const details = { reason, party: party.position };
    await this.steps.take(actor, agreement, 'terminate', 'PARTY', columns, details);
    const byOrganisationId = party.organisationId;
    await this.steps.tell(agreementTerminated, agreement, { byOrganisationId });
    return agreementId;
  }
}
