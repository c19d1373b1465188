import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Outbox } from '../../../core/events/index.js';
import { passwordChanged } from '../account/account.events.js';
import { AccountReader } from '../account/account.reader.js';
import { AccountRepository } from '../account/account.repository.js';
import { ContactRepository } from '../contact/contact.repository.js';
import { IdentityMessageService } from '../message/identity-message.service.js';
import { ProofService, type Proof } from '../proof/proof.service.js';
import { SessionService } from '../session/session.service.js';
import { passwordErrors } from './password.errors.js';
import { PasswordHasher } from './password-hasher.js';
import { isContact } from './password.rules.js';

@Injectable()
export class PasswordService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly reader: AccountReader,
    private readonly contacts: ContactRepository,
    private readonly proofs: ProofService,
    private readonly sessions: SessionService,
    private readonly messages: IdentityMessageService,
    private readonly hasher: PasswordHasher,
    private readonly outbox: Outbox,
  ) {}

  /** The hash of a new password for the account that was proven; before the unit of work, because it is slow. */
  async hashFor(proof: Proof, password: string): Promise<string> {
    if (proof.refusal) throw proof.refusal;
    const contacts = await this.contacts.listOf([proof.accountId]);
    if (isContact(password, contacts)) throw passwordErrors.IS_CONTACT({ field: ['newPassword'] });
    return this.hasher.hash(password);
  }

  /** Sets a forgotten password anew and ends every session: whoever knew the old one is out. */
  async reset(proof: Proof, passwordHash: string): Promise<{ accountId: string }> {
    await this.set(proof, passwordHash, null);
    return { accountId: proof.accountId };
  }

  /** Changes the password and ends every session but the one that does it. */
  async change(actor: Actor, proof: Proof, passwordHash: string): Promise<{ accountId: string }> {
    await this.set(proof, passwordHash, actor.sessionId);
    return { accountId: proof.accountId };
  }

  private async set(proof: Proof, passwordHash: string, keptSession: string | null): Promise<void> {
    const { id: accountId } = await this.proofs.settle(proof);
    await this.accounts.setPasswordHash(accountId, passwordHash);
    await this.sessions.revokeAll(accountId, keptSession);
    const locale = (await this.reader.find(accountId))?.preferredLocale ?? 'zh-CN';
    for (const contact of await this.contacts.listOf([accountId])) {
      await this.messages.queueNotice({ accountId, contact, locale }, 'PASSWORD_CHANGED');
    }
    await this.outbox.record(passwordChanged, { accountId }, { type: 'account', id: accountId });
  }
}
