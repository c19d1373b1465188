import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import { isUniqueViolation, UnitOfWork } from '../../../core/database/index.js';
import { FieldCipher } from '../../../core/privacy/index.js';
import { contactErrors } from './contact.errors.js';
import { indexText, type Contact, type ContactKind } from './contact.rules.js';

const SEALED_COLUMN = 'account_identifiers.value_sealed';
const INDEX = 'account_identifiers.value_index';

export interface OwnedContact extends Contact {
  readonly accountId: string;
  readonly verifiedAt: Date;
}

/** The contacts people sign in with; sealed in the table, in clear only here and above. */
@Injectable()
export class ContactRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** What stands for the contact wherever it must be found but not read. */
  indexOf(contact: Contact): string {
    return this.cipher.blindIndex(INDEX, indexText(contact));
  }

  async ownerOf(contact: Contact): Promise<string | null> {
    const row = await this.uow.db.accountIdentifier.findUnique({
      where: { kind_valueIndex: { kind: contact.kind, valueIndex: this.indexOf(contact) } },
      select: { accountId: true },
    });
    return row?.accountId ?? null;
  }

  async listOf(accountIds: readonly string[]): Promise<OwnedContact[]> {
    const rows = await this.uow.db.accountIdentifier.findMany({
      where: { accountId: { in: [...accountIds] } },
      select: { accountId: true, kind: true, valueSealed: true, verifiedAt: true },
      orderBy: { kind: 'asc' },
    });
    return rows.map(({ valueSealed, ...row }) => ({ ...row, value: this.open(valueSealed) }));
  }

  /** The value of a sealed column read by someone else's statement. */
  open(sealed: string): string {
    return this.cipher.decrypt(sealed, SEALED_COLUMN);
  }

  /** Gives the account this contact, in place of the one of the same kind. */
  async put(accountId: string, contact: Contact): Promise<void> {
    const now = this.clock.now();
    const value = {
      valueSealed: this.cipher.encrypt(contact.value, SEALED_COLUMN),
      valueIndex: this.indexOf(contact),
      verifiedAt: now,
    };
    try {
      await this.uow.db.accountIdentifier.upsert({
        where: { accountId_kind: { accountId, kind: contact.kind } },
        create: { id: this.ids.next(), accountId, kind: contact.kind, createdAt: now, ...value },
        update: value,
      });
    } catch (error) {
      if (!isUniqueViolation(error, 'uq_account_identifiers_kind_value_index')) throw error;
      throw contactErrors.TAKEN({ field: ['contact'], cause: error });
    }
  }

  async removeAll(accountId: string): Promise<void> {
    await this.uow.db.accountIdentifier.deleteMany({ where: { accountId } });
  }
}

export type ContactsByKind = Partial<Record<ContactKind, string>>;
