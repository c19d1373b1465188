import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import { signSchema, type SignAgreementInput } from '../agreement/agreement.inputs.js';
import { checkTerm } from '../agreement/agreement.rules.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import { SignatureRecorder } from './signature-recorder.service.js';
import { SignatoryRepository } from './signatory.repository.js';
import { SigningAuthority, type OwnTurn } from './signing-authority.service.js';
import { SigningLinkService } from './signing-link.service.js';
import type { AgreementSigningSession } from './signing-session.model.js';
import { SigningSessionRepository } from './signing-session.repository.js';
import { SigningSessionService } from './signing-session.service.js';

/**
 * Signing. A signature here is a recorded, explicit confirmation of exactly one text by someone who may speak for the
 * party; it is not a certified electronic signature (电子签名法 Art. 13) and does not claim to be one.
 */
@Injectable()
export class AgreementSigningService {
  constructor(
    private readonly signatories: SignatoryRepository,
    private readonly sessions: SigningSessionRepository,
    private readonly opened: SigningSessionService,
    private readonly authority: SigningAuthority,
    private readonly links: SigningLinkService,
    private readonly recorder: SignatureRecorder,
    private readonly events: AgreementEvents,
    private readonly clock: Clock,
  ) {}

  /** Signs what the actor opened in this session of his, when it is still his turn and still the same text. */
  async sign(actor: Actor, input: SignAgreementInput): Promise<string> {
    const { agreementId, contentHash, isConfirmed, signingSessionId } = parseInput(
      signSchema,
      input,
    );
    if (signingSessionId == null) {
      throw agreementErrors.SIGNING_SESSION_NEEDED({ field: ['signingSessionId'] });
    }
    const session = await this.opened.require(actor, signingSessionId);
    if (session.agreementId !== agreementId) {
      throw requestErrors.NOT_FOUND({ field: ['agreementId'] });
    }
    if (!isConfirmed) throw agreementErrors.NOT_CONFIRMED({ field: ['isConfirmed'] });
    if (session.needsCode && session.codeConfirmedAt === null) {
      throw agreementErrors.CODE_NEEDED({ field: ['code'] });
    }
    const turn = await this.authority.requireStill(actor, session);
    const { agreement, signatory } = turn;
    if (signatory.state === 'SIGNED') {
      throw agreementErrors.ALREADY_SIGNED({ field: ['organisationId'] });
    }
    if (contentHash !== session.contentHash || contentHash !== agreement.contentHash) {
      throw agreementErrors.TEXT_CHANGED({ field: ['contentHash'] });
    }
    this.authority.requireOpen(turn);
    await this.authority.requireParties(agreement);
    await this.authority.requireGuardians(agreement);
    checkTerm(agreement, this.clock.today(), []);
    if (!(await this.sessions.use(session.id))) {
      throw agreementErrors.SIGNING_SESSION_OVER({ field: ['signingSessionId'] });
    }
    if (session.linkId !== null) await this.links.use(session.linkId);
    await this.record(actor, turn, contentHash, session);
    return agreementId;
  }

  private async record(
    actor: Actor,
    { agreement, signatory, organisationId, delegationId }: OwnTurn,
    contentHash: string,
    session: AgreementSigningSession,
  ): Promise<void> {
    const { id: signingSessionId } = session;
    const hasCode = session.codeConfirmedAt !== null;
    const hasRead = session.viewedAt !== null;
    const accountId = actingAccount(actor);
    await this.events.append(agreement.id, {
      kind: 'CONFIRMED',
      partyPosition: signatory.partyPosition,
      documentHash: contentHash,
      detail: { signatoryId: signatory.id, signingSessionId, hasCode, hasRead },
    });
    // With a power of attorney the turn stays that of whoever gave it.
    const taker = delegationId === null ? { accountId } : {};
    await this.signatories.settle(signatory.id, ['READY', 'OPENED'], 'SIGNED', taker);
    await this.recorder.record(actor, agreement, {
      signatory,
      organisationId,
      accountId,
      contentHash,
      delegationId,
      signingSessionId,
    });
  }
}
