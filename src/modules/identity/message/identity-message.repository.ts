import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import type { Locale } from '../../../core/context/index.js';
import { FieldCipher } from '../../../core/privacy/index.js';
import type { Contact } from '../contact/contact.rules.js';

const CONTACT_COLUMN = 'identity_messages.contact_sealed';
const CODE_COLUMN = 'identity_messages.code_sealed';

export type IdentityMessageKind = 'ONE_TIME_CODE' | 'CONTACT_CHANGED' | 'PASSWORD_CHANGED';

export interface IdentityMessageRow {
  readonly id: string;
  readonly kind: IdentityMessageKind;
  readonly accountId: string | null;
  readonly contact: Contact;
  /** The code of a `ONE_TIME_CODE` message, null in the others. */
  readonly code: string | null;
  readonly locale: Locale;
  readonly isSuppressed: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

@Injectable()
export class IdentityMessageRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
  ) {}

  async insert({ contact, code, ...row }: IdentityMessageRow): Promise<void> {
    await this.uow.db.identityMessage.create({
      data: {
        ...row,
        contactKind: contact.kind,
        contactSealed: this.cipher.encrypt(contact.value, CONTACT_COLUMN),
        codeSealed: code === null ? null : this.cipher.encrypt(code, CODE_COLUMN),
      },
    });
  }

  async find(id: string): Promise<IdentityMessageRow | null> {
    const row = await this.uow.db.identityMessage.findUnique({ where: { id } });
    if (!row) return null;
    const { contactKind, contactSealed, codeSealed, locale, ...rest } = row;
    return {
      ...rest,
      contact: { kind: contactKind, value: this.cipher.decrypt(contactSealed, CONTACT_COLUMN) },
      code: codeSealed === null ? null : this.cipher.decrypt(codeSealed, CODE_COLUMN),
      locale: locale === 'en' ? 'en' : 'zh-CN',
    };
  }

  async remove(id: string): Promise<void> {
    await this.uow.db.identityMessage.deleteMany({ where: { id } });
  }

  async removeOf(accountId: string): Promise<void> {
    await this.uow.db.identityMessage.deleteMany({ where: { accountId } });
  }

  async removeExpired(now: Date): Promise<void> {
    await this.uow.db.identityMessage.deleteMany({ where: { expiresAt: { lt: now } } });
  }
}
