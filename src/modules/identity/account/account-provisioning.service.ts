import { Injectable } from '@nestjs/common';
import { Ids } from '../../../core/clock/index.js';
import type { Locale } from '../../../core/context/index.js';
import { Outbox } from '../../../core/events/index.js';
import { contactErrors } from '../contact/contact.errors.js';
import { ContactRepository } from '../contact/contact.repository.js';
import type { Contact } from '../contact/contact.rules.js';
import { PasswordHasher } from '../password/password-hasher.js';
import { PrivacyConsentRepository } from '../privacy-notice/privacy-consent.repository.js';
import { PrivacyNoticeReader } from '../privacy-notice/privacy-notice.reader.js';
import { accountRegistered } from './account.events.js';
import { AccountRepository } from './account.repository.js';

export interface ProvisionedAccount {
  /** Taken as the operator's word; no code proves it. */
  readonly contact: Contact;
  readonly displayName: string;
  /** From `hash`; null for an account that signs in by code. */
  readonly passwordHash: string | null;
  readonly preferredLocale?: Locale;
  readonly birthDate?: string | null;
  readonly isAdministrator?: boolean;
  /** Whether the privacy notice counts as agreed to; if not, the person is asked at the first sign-in. */
  readonly hasConsented?: boolean;
  /** Written into the account's history: the command that made it. */
  readonly reason: string;
}

/** Makes accounts without their owners: for commands of the operator and for demo data, never for a request. */
@Injectable()
export class AccountProvisioning {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly notices: PrivacyNoticeReader,
    private readonly consents: PrivacyConsentRepository,
    private readonly hasher: PasswordHasher,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
  ) {}

  /** Slow on purpose: before the unit of work, and once for demo accounts that share a password. */
  hash(password: string): Promise<string> {
    return this.hasher.hash(password);
  }

  /** Takes part in the caller's unit of work. */
  async create(account: ProvisionedAccount): Promise<{ accountId: string }> {
    const { contact, reason } = account;
    if ((await this.contacts.ownerOf(contact)) !== null) throw contactErrors.TAKEN();
    const accountId = this.ids.next();
    await this.accounts.insert({
      id: accountId,
      displayName: account.displayName,
      passwordHash: account.passwordHash,
      preferredLocale: account.preferredLocale ?? 'zh-CN',
      birthDate: account.birthDate ?? null,
      isAdministrator: account.isAdministrator ?? false,
    });
    await this.accounts.noteState({ accountId, from: null, to: 'ACTIVE', actorId: null, reason });
    await this.contacts.put(accountId, contact);
    if (account.hasConsented === true) {
      await this.consents.put(accountId, await this.notices.currentVersion());
    }
    await this.outbox.record(accountRegistered, { accountId }, { type: 'account', id: accountId });
    return { accountId };
  }
}
