import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Ids } from '../../../core/clock/index.js';
import { Outbox } from '../../../core/events/index.js';
import { ContactRepository } from '../contact/contact.repository.js';
import { PrivacyConsentRepository } from '../privacy-notice/privacy-consent.repository.js';
import { ProofService } from '../proof/proof.service.js';
import { SessionService, type SessionTicket } from '../session/session.service.js';
import { accountRegistered } from './account.events.js';
import { AccountRepository } from './account.repository.js';
import type { Registration } from './registration-admission.service.js';

@Injectable()
export class RegistrationService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly consents: PrivacyConsentRepository,
    private readonly proofs: ProofService,
    private readonly sessions: SessionService,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
  ) {}

  /** Makes the account and signs it in. Only who has the code learns that a contact is taken. */
  async register(
    actor: Actor,
    registration: Registration,
    ticket: SessionTicket,
  ): Promise<{ accountId: string; sessionId: string }> {
    await this.proofs.useCode(registration.codeId);
    const accountId = this.ids.next();
    await this.accounts.insert({
      id: accountId,
      displayName: registration.displayName,
      preferredLocale: registration.preferredLocale,
      passwordHash: registration.passwordHash,
      birthDate: registration.birthDate,
      isAdministrator: false,
    });
    await this.accounts.noteState({
      accountId,
      from: null,
      to: 'ACTIVE',
      actorId: accountId,
      reason: null,
    });
    await this.contacts.put(accountId, registration.contact);
    await this.consents.put(accountId, registration.privacyNoticeVersion);
    await this.sessions.open(actor, accountId, ticket);
    await this.outbox.record(accountRegistered, { accountId }, { type: 'account', id: accountId });
    return { accountId, sessionId: ticket.sessionId };
  }
}
