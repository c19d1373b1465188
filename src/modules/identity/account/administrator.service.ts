import { Injectable } from '@nestjs/common';
import { Ids } from '../../../core/clock/index.js';
import { Outbox } from '../../../core/events/index.js';
import { ContactRepository } from '../contact/contact.repository.js';
import type { Contact } from '../contact/contact.rules.js';
import { contactErrors } from '../contact/contact.errors.js';
import { accountRegistered } from './account.events.js';
import { AccountRepository } from './account.repository.js';

export interface NewAdministrator {
  readonly contact: Contact;
  readonly displayName: string;
  readonly passwordHash: string;
}

/** Makes administrators of the platform: by command only, by someone who may log in to the server. */
@Injectable()
export class AdministratorService {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly contacts: ContactRepository,
    private readonly outbox: Outbox,
    private readonly ids: Ids,
  ) {}

  /** The privacy notice is agreed to at the first sign-in; the contact is taken as the operator's word. */
  async create(administrator: NewAdministrator): Promise<{ accountId: string }> {
    const { contact, ...account } = administrator;
    if ((await this.contacts.ownerOf(contact)) !== null) throw contactErrors.TAKEN();
    const accountId = this.ids.next();
    await this.accounts.insert({
      ...account,
      id: accountId,
      preferredLocale: 'zh-CN',
      birthDate: null,
      isAdministrator: true,
    });
    const change = { accountId, from: null, to: 'ACTIVE', actorId: null } as const;
    await this.accounts.noteState({ ...change, reason: 'create-admin' });
    await this.contacts.put(accountId, contact);
    await this.outbox.record(accountRegistered, { accountId }, { type: 'account', id: accountId });
    return { accountId };
  }
}
