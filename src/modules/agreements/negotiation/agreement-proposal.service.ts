import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import {
  agreementCancelled,
  agreementProposed,
  agreementReturned,
} from '../agreement/agreement.events.js';
import {
  agreementIdSchema,
  reasonSchema,
  type AgreementIdInput,
  type AgreementReasonInput,
} from '../agreement/agreement.inputs.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { SignatoryRepository } from '../signing/signatory.repository.js';
import { TurnTeller } from '../signing/turn-teller.service.js';
import { isReviewed } from '../signing/signatory.rules.js';
import { AgreementVersionReader } from './agreement-version.reader.js';
import { ProposalChecks } from './proposal-checks.service.js';

/** Putting a text forward, sending it back, and giving it up. */
@Injectable()
export class AgreementProposalService {
  constructor(
    private readonly steps: AgreementSteps,
    private readonly versions: AgreementVersionReader,
    private readonly signatories: SignatoryRepository,
    private readonly checks: ProposalChecks,
    private readonly turns: TurnTeller,
    private readonly clock: Clock,
  ) {}

  /** Freezes the text: from here on its hash is what all sign. Reviewers come first where there are some. */
  async propose(actor: Actor, input: AgreementIdInput): Promise<string> {
    const { agreementId } = parseInput(agreementIdSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    await this.checks.require(agreement);
    const turns = await this.signatories.listOf(agreementId);
    const transition = isReviewed(turns) ? 'propose' : 'submitForReview';
    const role = party === agreement.drafterId ? 'DRAFTER' : 'PARTY';
    await this.steps.take(actor, agreement, transition, role, {
      contentHash: await this.versions.hashOf(agreementId, agreement.versionNumber),
      signingRound: { increment: 1 },
      ...(agreement.isShared ? {} : { sharedAt: this.clock.now() }),
    });
    // All are told of the proposal itself.
    await this.turns.begin(agreement, { isSilent: true });
    await this.steps.tell(agreementProposed, agreement, { byOrganisationId: party });
    return agreementId;
  }

  /** Back to the drafter to be changed; what was signed so far is void. */
  async return(actor: Actor, input: AgreementReasonInput): Promise<string> {
    const { agreementId, reason } = parseInput(reasonSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    await this.steps.take(actor, agreement, 'return', 'PARTY', { contentHash: null }, { reason });
    await this.steps.noteVoided(agreementId, await this.signatories.reset(agreementId));
    await this.steps.tell(agreementReturned, agreement, { byOrganisationId: party });
    return agreementId;
  }

  async cancel(actor: Actor, input: AgreementReasonInput): Promise<string> {
    const { agreementId, reason } = parseInput(reasonSchema, input);
    const { agreement, party } = await this.steps.require(actor, agreementId, AGREEMENT_DRAFT);
    const columns = { endedAt: this.clock.now(), endReason: reason };
    await this.steps.take(actor, agreement, 'cancel', 'PARTY', columns, { reason });
    await this.signatories.voidOpen(agreementId);
    await this.steps.tell(agreementCancelled, agreement, { byOrganisationId: party });
    return agreementId;
  }
}
