import { Injectable } from '@nestjs/common';
import { organisationsWith, type Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import { agreementMachine } from '../agreement/agreement.machine.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import type { AgreementSignatory } from './signatory.model.js';
import { SignatoryRepository } from './signatory.repository.js';
import { isReviewed } from './signatory.rules.js';
import { SigningAuthority } from './signing-authority.service.js';
import { agreementTurnDeclined } from './signing.events.js';
import {
  approveSchema,
  declineSchema,
  extendSchema,
  type ApproveAgreementReviewInput,
  type DeclineAgreementTurnInput,
  type ExtendAgreementTurnInput,
} from './signing.inputs.js';
import { TurnTeller } from './turn-teller.service.js';

const DAY_MS = 86_400_000;

/** What becomes of turns besides signatures: approved by a reviewer, declined, and begun anew by the drafter. */
@Injectable()
export class SigningTurnsService {
  constructor(
    private readonly signatories: SignatoryRepository,
    private readonly agreements: AgreementRepository,
    private readonly reader: AgreementReader,
    private readonly authority: SigningAuthority,
    private readonly steps: AgreementSteps,
    private readonly turns: TurnTeller,
    private readonly events: AgreementEvents,
    private readonly clock: Clock,
  ) {}

  /** A reviewer approves the text; with the last of them it goes to those who sign. */
  async approve(actor: Actor, input: ApproveAgreementReviewInput): Promise<string> {
    const { signatoryId, contentHash } = parseInput(approveSchema, input);
    const turn = await this.authority.require(actor, signatoryId);
    const { agreement, signatory } = turn;
    if (signatory.role !== 'REVIEWER') {
      throw agreementErrors.NOT_YOUR_TURN({ field: ['signatoryId'] });
    }
    this.authority.requireOpen(turn);
    if (contentHash == null || contentHash !== agreement.contentHash) {
      throw agreementErrors.TEXT_CHANGED({ field: ['contentHash'] });
    }
    const accountId = actingAccount(actor);
    const hasReviewed = (await this.signatories.listOf(agreement.id)).some(
      (turn) =>
        turn.role === 'REVIEWER' &&
        turn.partyPosition === signatory.partyPosition &&
        turn.state === 'APPROVED' &&
        turn.accountId === accountId,
    );
    if (hasReviewed) throw agreementErrors.REVIEWED_BY_SAME({ field: ['signatoryId'] });
    await this.signatories.settle(signatory.id, ['READY', 'OPENED'], 'APPROVED', { accountId });
    const isLast = isReviewed(await this.signatories.listOf(agreement.id));
    const told = { party: signatory.partyPosition, detail: { signatoryId } };
    const step = isLast ? 'finishReview' : 'approve';
    const approved = await this.steps.take(actor, agreement, step, 'PARTY', {}, told);
    await this.turns.begin(approved);
    return agreement.id;
  }

  /** Refuses one turn, with a reason. It holds the others up and voids nothing: the drafter may ask again. */
  async decline(actor: Actor, input: DeclineAgreementTurnInput): Promise<string> {
    const { signatoryId, reason } = parseInput(declineSchema, input);
    const turn = await this.authority.require(actor, signatoryId);
    const { agreement, signatory } = turn;
    this.authority.requireOpen(turn);
    await this.signatories.settle(signatory.id, ['READY', 'OPENED'], 'DECLINED', {
      declineReason: reason,
    });
    await this.note('DECLINED', agreement, signatory);
    await this.turns.tellDrafter(agreementTurnDeclined, agreement, signatory);
    return agreement.id;
  }

  /** Gives a turn that runs, ran out or was refused some days from now. By the drafter. */
  async extend(actor: Actor, input: ExtendAgreementTurnInput): Promise<string> {
    const { signatoryId, days } = parseInput(extendSchema, input);
    const { agreement, signatory } = await this.requireOfDrafter(actor, signatoryId);
    // Only while the text is being reviewed or signed.
    agreementMachine.next(agreement.state, 'return', 'PARTY');
    if (!['READY', 'OPENED', 'DECLINED', 'EXPIRED'].includes(signatory.state)) {
      throw agreementErrors.NOT_YOUR_TURN({ field: ['signatoryId'] });
    }
    await this.signatories.change(signatoryId, {
      state: 'READY',
      turnDays: days,
      expiresAt: new Date(this.clock.now().getTime() + days * DAY_MS),
      settledAt: null,
    });
    await this.note('TURN_RENEWED', agreement, signatory);
    return agreement.id;
  }

  private async requireOfDrafter(
    actor: Actor,
    signatoryId: string,
  ): Promise<{ agreement: Agreement; signatory: AgreementSignatory }> {
    const found = await this.signatories.find(signatoryId);
    const seen = found && (await this.reader.find(actor, found.agreementId));
    const drafts =
      seen !== null && organisationsWith(actor, AGREEMENT_DRAFT).includes(seen.drafterId);
    const agreement = drafts ? await this.agreements.lock(seen.id) : null;
    const signatory = agreement && (await this.signatories.find(signatoryId));
    if (!agreement || !signatory) throw requestErrors.NOT_FOUND({ field: ['signatoryId'] });
    return { agreement, signatory };
  }

  private async note(
    kind: 'DECLINED' | 'TURN_RENEWED',
    { id, contentHash }: Agreement,
    { id: signatoryId, partyPosition }: AgreementSignatory,
  ): Promise<void> {
    const detail = { signatoryId };
    await this.events.append(id, { kind, partyPosition, documentHash: contentHash, detail });
  }
}
