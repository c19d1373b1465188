import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import {
  agreementSigned,
  agreementTerminated,
  agreementTookEffect,
} from '../agreement/agreement.events.js';
import {
  reasonSchema,
  signSchema,
  type AgreementReasonInput,
  type SignAgreementInput,
} from '../agreement/agreement.inputs.js';
import { agreementMachine } from '../agreement/agreement.machine.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_SIGN } from '../agreement/agreement.permissions.js';
import { partiesWith } from '../agreement/agreement.policy.js';
import { checkTerm } from '../agreement/agreement.rules.js';
import type { AgreementSignatory } from './signatory.model.js';
import { SignatoryRepository } from './signatory.repository.js';
import { isOpenTurn, isWhollySigned } from './signatory.rules.js';

/**
 * Signing and ending. A signature here is a recorded, explicit confirmation of exactly one text by someone who may speak
 * for the party; it is not a certified electronic signature (电子签名法 Art. 13) and does not claim to be one.
 */
@Injectable()
export class AgreementSigningService {
  constructor(
    private readonly signatories: SignatoryRepository,
    private readonly steps: AgreementSteps,
    private readonly clock: Clock,
  ) {}

  async sign(actor: Actor, input: SignAgreementInput): Promise<string> {
    const { agreementId, organisationId, contentHash, isConfirmed } = parseInput(signSchema, input);
    const { agreement } = await this.steps.require(actor, agreementId, AGREEMENT_SIGN);
    if (!partiesWith(actor, AGREEMENT_SIGN, agreement).includes(organisationId)) {
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    }
    if (!isConfirmed) throw agreementErrors.NOT_CONFIRMED({ field: ['isConfirmed'] });
    const accountId = actingAccount(actor);
    const signatory = await this.turnOf(agreement, organisationId, accountId);
    if (contentHash !== agreement.contentHash) {
      throw agreementErrors.TEXT_CHANGED({ field: ['contentHash'] });
    }
    checkTerm(agreement, this.clock.today(), []);
    await this.signatories.settle(signatory.id, ['READY', 'OPENED'], 'SIGNED', { accountId });
    await this.signatories.sign({
      signatory,
      organisationId,
      accountId,
      contentHash,
      versionNumber: agreement.versionNumber,
      signingRound: agreement.signingRound,
    });
    await this.steps.note(actor, agreement, {
      kind: 'SIGNED',
      partyPosition: signatory.partyPosition,
      documentHash: contentHash,
      detail: { signatoryId: signatory.id },
    });
    await this.afterSignature(actor, agreement, organisationId);
    return agreementId;
  }

  /** Either party may end what all signed; it says why, and all are told. */
  async terminate(actor: Actor, input: AgreementReasonInput): Promise<string> {
    const { agreementId, reason } = parseInput(reasonSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_SIGN);
    const columns = { endedAt: this.clock.now(), endReason: reason };
    await this.steps.take(actor, agreement, 'terminate', 'PARTY', columns, reason);
    await this.steps.tell(agreementTerminated, agreement, { byOrganisationId: party });
    return agreementId;
  }

  /** The turn of the party that is the actor's to take. */
  private async turnOf(
    agreement: Agreement,
    organisationId: string,
    accountId: string,
  ): Promise<AgreementSignatory> {
    const party = agreement.parties.find((each) => each.organisationId === organisationId);
    const turns = (await this.signatories.listOf(agreement.id)).filter(
      ({ partyPosition, role, state }) =>
        partyPosition === party?.position && role !== 'REVIEWER' && state !== 'VOID',
    );
    const turn = turns.find(
      (each) => isOpenTurn(each) && (each.accountId === null || each.accountId === accountId),
    );
    if (turn) return turn;
    if (turns.length > 0 && turns.every(({ state }) => state === 'SIGNED')) {
      throw agreementErrors.ALREADY_SIGNED({ field: ['organisationId'] });
    }
    agreementMachine.next(agreement.state, 'signLast', 'PARTY');
    throw agreementErrors.NOT_YOUR_TURN({ field: ['organisationId'] });
  }

  private async afterSignature(
    actor: Actor,
    agreement: Agreement,
    organisationId: string | null,
  ): Promise<void> {
    const isLast = isWhollySigned(await this.signatories.listOf(agreement.id));
    const isFirst = agreement.state === 'AWAITING_SIGNATURES';
    const transition = isLast ? 'signLast' : isFirst ? 'signFirst' : 'signNext';
    const signed = await this.steps.take(actor, agreement, transition, 'PARTY');
    await this.steps.tell(agreementSigned, agreement, { byOrganisationId: organisationId });
    if (!isLast) await this.signatories.beginTurns(agreement.id);
    else if (agreement.startsOn <= this.clock.today()) {
      const effectiveAt = this.clock.now();
      await this.steps.take(actor, signed, 'takeEffect', 'PLATFORM', { effectiveAt });
      await this.steps.tell(agreementTookEffect, agreement, {});
    }
  }
}
