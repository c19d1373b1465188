import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock, Ids } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import { OneTimeCodeSender } from '../../../core/one-time-codes/index.js';
import { contactErrors } from '../contact/contact.errors.js';
import { ContactRepository } from '../contact/contact.repository.js';
import type { Contact, ContactKind } from '../contact/contact.rules.js';
import { IdentityLimits } from '../identity.limits.js';
import { IdentityMessageService } from '../message/identity-message.service.js';
import { accountOf } from '../proof/proof.service.js';
import { OneTimeCodeRepository } from './one-time-code.repository.js';
import {
  CODE_LIFETIME_MS,
  isSuppressed,
  newCode,
  type OneTimeCodePurpose,
} from './one-time-code.rules.js';

/** A code that may be made: its limits are counted, its receiver is known. */
export interface CodeRequest {
  readonly purpose: OneTimeCodePurpose;
  readonly contact: Contact;
  readonly accountId: string | null;
}

/** Makes codes and puts them on their way. Asking is counted first, outside the action: see `IdentityLimits`. */
@Injectable()
export class OneTimeCodeService {
  constructor(
    private readonly codes: OneTimeCodeRepository,
    private readonly contacts: ContactRepository,
    private readonly messages: IdentityMessageService,
    private readonly sender: OneTimeCodeSender,
    private readonly limits: IdentityLimits,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** For people who are not signed in. Whether the contact has an account changes neither answer nor time. */
  async admitPublic(
    purpose: 'REGISTER' | 'SIGN_IN' | 'RESET_PASSWORD',
    contact: Contact,
  ): Promise<CodeRequest> {
    await this.admit(contact);
    return { purpose, contact, accountId: await this.contacts.ownerOf(contact) };
  }

  /** To a contact the person wants to have. */
  async admitNewContact(actor: Actor, contact: Contact): Promise<CodeRequest> {
    await this.admit(contact);
    return { purpose: 'CHANGE_CONTACT', contact, accountId: accountOf(actor) };
  }

  /** To a contact the person has. */
  async admitOwnContact(actor: Actor, kind: ContactKind): Promise<CodeRequest> {
    const accountId = accountOf(actor);
    const contact = (await this.contacts.listOf([accountId])).find((own) => own.kind === kind);
    if (!contact) throw contactErrors.MISSING({ field: ['kind'] });
    await this.admit(contact);
    return { purpose: 'CONFIRM_IDENTITY', contact, accountId };
  }

  async issue({ purpose, contact, accountId }: CodeRequest): Promise<{ oneTimeCodeId: string }> {
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + CODE_LIFETIME_MS);
    const id = this.ids.next();
    const digits = newCode();
    const contactIndex = this.contacts.indexOf(contact);
    await this.codes.put({ id, purpose, contactIndex, accountId, createdAt, expiresAt }, digits);
    await this.messages.queueCode(
      { accountId, contact, locale: requestContext().locale },
      { digits, expiresAt, isSuppressed: isSuppressed(purpose, accountId) },
    );
    return { oneTimeCodeId: id };
  }

  private async admit(contact: Contact): Promise<void> {
    if (!this.sender.reaches(contact.kind)) throw contactErrors.UNREACHABLE({ field: ['contact'] });
    await this.limits.countCodeRequest(this.contacts.indexOf(contact));
  }
}
