import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { actingAccount } from '../../organisations/index.js';
import { agreementErrors } from '../agreement/agreement.errors.js';
import { agreementMachine } from '../agreement/agreement.machine.js';
import { AgreementEvents } from '../evidence/agreement-events.service.js';
import { kindOf } from '../agreement-kinds.js';
import { SignatoryRepository } from './signatory.repository.js';
import { SigningAuthority } from './signing-authority.service.js';
import { SigningCodeSender } from './signing-code-sender.service.js';
import { signingCodeIssued } from './signing.events.js';
import {
  beginSigningSchema,
  signingSessionIdSchema,
  type BeginAgreementSigningInput,
  type SendAgreementSigningCodeInput,
} from './signing.inputs.js';
import { SigningLinkService } from './signing-link.service.js';
import type { AgreementSigningSession } from './signing-session.model.js';
import { SigningSessionRepository } from './signing-session.repository.js';

const CODE_PAUSE_MS = 60_000;

/**
 * Opening a text to sign it. Nothing is signed by opening a link: the person opens the text here, on the device he is
 * signed in on, and what he then confirms is bound to that.
 */
@Injectable()
export class SigningSessionService {
  constructor(
    private readonly sessions: SigningSessionRepository,
    private readonly signatories: SignatoryRepository,
    private readonly authority: SigningAuthority,
    private readonly links: SigningLinkService,
    private readonly sender: SigningCodeSender,
    private readonly events: AgreementEvents,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async begin(actor: Actor, input: BeginAgreementSigningInput): Promise<string> {
    const { signatoryId, linkToken } = parseInput(beginSigningSchema, input);
    const link = linkToken == null ? null : await this.links.require(linkToken);
    const turn = await this.authority.require(
      actor,
      link?.signatoryId ?? signatoryId ?? '',
      link !== null,
    );
    const { agreement, signatory, organisationId, delegationId } = turn;
    // Reviewers approve; what they open is not signed.
    if (signatory.role === 'REVIEWER') {
      throw agreementErrors.NOT_YOUR_TURN({ field: ['signatoryId'] });
    }
    const accountId = actingAccount(actor);
    if (actor.sessionId === null || agreement.contentHash === null) {
      agreementMachine.next(agreement.state, 'signLast', 'PARTY');
      throw requestErrors.NOT_FOUND({ field: ['signatoryId'] });
    }
    this.authority.requireOpen(turn);
    await this.authority.requireParties(agreement);
    await this.authority.requireGuardians(agreement);
    const { secondFactor } = kindOf(agreement.kindCode);
    const id = await this.sessions.insert({
      agreementId: agreement.id,
      signatoryId: signatory.id,
      accountId,
      sessionId: actor.sessionId,
      linkId: link?.id ?? null,
      delegationId,
      contentHash: agreement.contentHash,
      needsCode: organisationId === null ? secondFactor.persons : secondFactor.organisations,
    });
    await this.signatories.change(signatory.id, {
      state: 'OPENED',
      openedAt: signatory.openedAt ?? this.clock.now(),
      // A guardian is whoever first comes by the link, and from then on nobody else.
      ...(signatory.role === 'GUARDIAN' && delegationId === null && { accountId }),
    });
    await this.events.append(agreement.id, {
      kind: 'OPENED',
      partyPosition: signatory.partyPosition,
      documentHash: agreement.contentHash,
      detail: { signatoryId: signatory.id, signingSessionId: id, ...(link && { linkId: link.id }) },
    });
    return id;
  }

  /** Notes that the text was read to its end, once. */
  async view(actor: Actor, input: SendAgreementSigningCodeInput): Promise<string> {
    const { signingSessionId } = parseInput(signingSessionIdSchema, input);
    const session = await this.require(actor, signingSessionId);
    const { id, agreementId, signatoryId, contentHash } = session;
    const { agreement, signatory } = await this.authority.requireStill(actor, session);
    if (agreement.contentHash !== contentHash) {
      throw agreementErrors.TEXT_CHANGED({ field: ['signingSessionId'] });
    }
    if (await this.sessions.view(id)) {
      await this.events.append(agreementId, {
        kind: 'VIEWED',
        partyPosition: signatory.partyPosition,
        documentHash: contentHash,
        detail: { signatoryId, signingSessionId: id },
      });
    }
    return id;
  }

  /** Sends six digits to a contact of the person's, as a second proof that it is him. */
  async sendCode(actor: Actor, input: SendAgreementSigningCodeInput): Promise<string> {
    const { signingSessionId } = parseInput(signingSessionIdSchema, input);
    const session = await this.require(actor, signingSessionId);
    const { codeIssuedAt } = session;
    if (
      codeIssuedAt !== null &&
      codeIssuedAt.getTime() + CODE_PAUSE_MS > this.clock.now().getTime()
    ) {
      throw agreementErrors.CODE_TOO_SOON();
    }
    if (!(await this.sender.reaches(session.accountId))) throw agreementErrors.CODE_UNREACHABLE();
    await this.sessions.putCode(session.id, String(randomInt(1_000_000)).padStart(6, '0'));
    const subject = { type: 'agreement', id: session.agreementId };
    await this.outbox.record(signingCodeIssued, { signingSessionId: session.id }, subject);
    await this.events.append(session.agreementId, {
      kind: 'CODE_SENT',
      documentHash: session.contentHash,
      detail: { signatoryId: session.signatoryId, signingSessionId: session.id },
    });
    return session.id;
  }

  /** An own session, in whatever state it is. */
  find(actor: Actor, id: string): Promise<AgreementSigningSession | null> {
    return this.sessions.find(id, actor);
  }

  /** An own session that can still be used. */
  async require(actor: Actor, id: string): Promise<AgreementSigningSession> {
    const session = await this.sessions.find(id, actor);
    if (!session) throw requestErrors.NOT_FOUND({ field: ['signingSessionId'] });
    if (session.usedAt !== null || session.expiresAt <= this.clock.now()) {
      throw agreementErrors.SIGNING_SESSION_OVER({ field: ['signingSessionId'] });
    }
    return session;
  }

  /** Counts a try of the code, outside any unit of work; a wrong one is refused when it is signed. */
  async tryCode(actor: Actor, id: string, code: string): Promise<void> {
    const session = await this.sessions.find(id, actor);
    if (session?.needsCode !== true || session.codeConfirmedAt !== null) return;
    const digits = code.normalize('NFKC').replaceAll(/\s/g, '');
    if (!/^\d{6}$/.test(digits) || !(await this.sessions.tryDigits(id, digits))) {
      throw agreementErrors.CODE_WRONG({ field: ['code'] });
    }
  }
}
