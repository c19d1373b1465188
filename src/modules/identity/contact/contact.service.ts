import { Injectable } from '@nestjs/common';
import { AccountReader } from '../account/account.reader.js';
import { IdentityMessageService } from '../message/identity-message.service.js';
import { ProofService, type Proof } from '../proof/proof.service.js';
import { contactErrors } from './contact.errors.js';
import { ContactRepository } from './contact.repository.js';
import type { Contact } from './contact.rules.js';

/** What a person asks for who wants another contact, with the new contact's code tried already. */
export interface ContactChange {
  readonly contact: Contact;
  readonly codeId: string | null;
  readonly proof: Proof;
}

@Injectable()
export class ContactService {
  constructor(
    private readonly contacts: ContactRepository,
    private readonly accounts: AccountReader,
    private readonly proofs: ProofService,
    private readonly messages: IdentityMessageService,
  ) {}

  /** Puts the contact in place of the one of its kind, which is told about it. */
  async change({ contact, codeId, proof }: ContactChange): Promise<{ accountId: string }> {
    const { id: accountId } = await this.proofs.settle(proof);
    await this.proofs.useCode(codeId);
    const old = (await this.contacts.listOf([accountId])).find((own) => own.kind === contact.kind);
    if (old?.value === contact.value) throw contactErrors.UNCHANGED({ field: ['contact'] });
    await this.contacts.put(accountId, contact);
    if (old) {
      const locale = (await this.accounts.find(accountId))?.preferredLocale ?? 'zh-CN';
      await this.messages.queueNotice({ accountId, contact: old, locale }, 'CONTACT_CHANGED');
    }
    return { accountId };
  }
}
