import { Injectable } from '@nestjs/common';
import { PersonalDataSource, type JsonValue } from '../../../core/privacy/index.js';
import { ContactRepository } from '../contact/contact.repository.js';
import { IdentityMessageRepository } from '../message/identity-message.repository.js';
import { OneTimeCodeRepository } from '../one-time-code/one-time-code.repository.js';
import { PrivacyConsentRepository } from '../privacy-notice/privacy-consent.repository.js';
import { SessionReader } from '../session/session.reader.js';
import { SessionRepository } from '../session/session.repository.js';
import { AccountReader } from './account.reader.js';
import { AccountRepository } from './account.repository.js';

/** What this module knows about a person. The account row itself is blanked by the change to CLOSED. */
@Injectable()
export class IdentityPersonalData extends PersonalDataSource {
  readonly part = 'account';

  constructor(
    private readonly accounts: AccountReader,
    private readonly repository: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly consents: PrivacyConsentRepository,
    private readonly sessions: SessionRepository,
    private readonly devices: SessionReader,
    private readonly codes: OneTimeCodeRepository,
    private readonly messages: IdentityMessageRepository,
  ) {
    super();
  }

  async exportFor(accountId: string): Promise<JsonValue> {
    const account = await this.accounts.find(accountId);
    const contacts = await this.contacts.listOf([accountId]);
    const consents = await this.consents.listOf(accountId);
    const sessions = await this.devices.list(accountId, null);
    return {
      id: accountId,
      displayName: account?.displayName ?? '',
      preferredLocale: account?.preferredLocale ?? 'zh-CN',
      birthDate: await this.repository.birthDateOf(accountId),
      contacts: contacts.map(({ kind, value, verifiedAt }) => ({
        kind,
        value,
        verifiedAt: verifiedAt.toISOString(),
      })),
      privacyConsents: consents.map(({ noticeVersion, consentedAt }) => ({
        noticeVersion,
        consentedAt: consentedAt.toISOString(),
      })),
      sessions: sessions.map((session) => ({
        channel: session.channel,
        deviceLabel: session.deviceLabel,
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
      })),
    };
  }

  /** Consents stay as proof of what was lawful then; they name the closed account and nobody. */
  async eraseFor(accountId: string): Promise<void> {
    const contacts = await this.contacts.listOf([accountId]);
    const indexes = contacts.map((contact) => this.contacts.indexOf(contact));
    await this.codes.removeOf(accountId, indexes);
    await this.messages.removeOf(accountId);
    await this.sessions.removeOf(accountId);
    await this.contacts.removeAll(accountId);
  }
}
