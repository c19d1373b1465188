import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import { Clock } from '../../core/clock/index.js';
import { requestErrors } from '../../core/errors/index.js';
import { parseInput } from '../../core/validation/index.js';
import { actingAccount } from '../organisations/index.js';
import { AgreementSteps } from './agreement-steps.service.js';
import { agreementErrors } from './agreement.errors.js';
import { agreementSigned, agreementTerminated, agreementTookEffect } from './agreement.events.js';
import {
  reasonSchema,
  signSchema,
  type AgreementReasonInput,
  type SignAgreementInput,
} from './agreement.inputs.js';
import { AGREEMENT_SIGN } from './agreement.permissions.js';
import { signableFor } from './agreement.policy.js';
import { AgreementRepository } from './agreement.repository.js';
import { checkTerm } from './agreement.rules.js';

/**
 * Signing and ending. A signature here is a recorded, explicit confirmation of exactly one text by someone who may speak
 * for the party; it is not a certified electronic signature (电子签名法 Art. 13) and does not claim to be one.
 */
@Injectable()
export class AgreementSigningService {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly steps: AgreementSteps,
    private readonly clock: Clock,
  ) {}

  async sign(actor: Actor, input: SignAgreementInput): Promise<string> {
    const { agreementId, organisationId, contentHash, isConfirmed } = parseInput(signSchema, input);
    const { agreement } = await this.steps.require(actor, agreementId, AGREEMENT_SIGN);
    if (!signableFor(actor, agreement).includes(organisationId)) {
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    }
    if (!isConfirmed) throw agreementErrors.NOT_CONFIRMED({ field: ['isConfirmed'] });
    if (await this.agreements.hasSigned(agreementId, organisationId)) {
      throw agreementErrors.ALREADY_SIGNED({ field: ['organisationId'] });
    }
    const isSecond = agreement.state === 'PARTIALLY_SIGNED';
    const transition = isSecond ? 'signSecond' : 'signFirst';
    const signed = await this.steps.take(actor, agreement, transition, 'PARTY');
    if (contentHash !== agreement.contentHash) {
      throw agreementErrors.TEXT_CHANGED({ field: ['contentHash'] });
    }
    checkTerm(agreement, this.clock.today(), []);
    await this.agreements.addSignature({
      agreementId,
      organisationId,
      accountId: actingAccount(actor),
      contentHash,
    });
    await this.steps.tell(agreementSigned, agreement, { byOrganisationId: organisationId });
    if (isSecond && agreement.startsOn <= this.clock.today()) {
      const effectiveAt = this.clock.now();
      await this.steps.take(actor, signed, 'takeEffect', 'PLATFORM', { effectiveAt });
      await this.steps.tell(agreementTookEffect, agreement, {});
    }
    return agreementId;
  }

  /** Either party may end what both signed; it says why, and both are told. */
  async terminate(actor: Actor, input: AgreementReasonInput): Promise<string> {
    const { agreementId, reason } = parseInput(reasonSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_SIGN);
    const columns = { endedAt: this.clock.now(), endReason: reason };
    await this.steps.take(actor, agreement, 'terminate', 'PARTY', columns, reason);
    await this.steps.tell(agreementTerminated, agreement, { byOrganisationId: party });
    return agreementId;
  }
}
