import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AgreementSteps } from './agreement-steps.service.js';
import { agreementTerminated } from './agreement.events.js';
import { reasonSchema, type AgreementReasonInput } from './agreement.inputs.js';
import { AGREEMENT_SIGN } from './agreement.permissions.js';

/** Ending what all signed. */
@Injectable()
export class AgreementEndingService {
  constructor(
    private readonly steps: AgreementSteps,
    private readonly clock: Clock,
  ) {}

  /** Any party may; it says why, and all are told. */
  async terminate(actor: Actor, input: AgreementReasonInput): Promise<string> {
    const { agreementId, reason } = parseInput(reasonSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_SIGN);
    const columns = { endedAt: this.clock.now(), endReason: reason };
    await this.steps.take(actor, agreement, 'terminate', 'PARTY', columns, { reason });
    await this.steps.tell(agreementTerminated, agreement, { byOrganisationId: party });
    return agreementId;
  }
}
