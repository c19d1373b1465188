import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../core/database/index.js';
import { FieldCipher } from '../../../core/privacy/index.js';
import { CONTACT_COLUMNS } from './organisation.contact.js';
import type { OrganisationContact } from './organisation.model.js';

/** Contacts in clear; the caller has checked that the viewer may see them. */
@Injectable()
export class OrganisationContactReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
  ) {}

  async findMany(ids: readonly string[]): Promise<Map<string, OrganisationContact>> {
    const rows = await this.uow.sql
      .selectFrom('organisations')
      .select(['id', 'contact_name_sealed', 'contact_phone_sealed', 'contact_email_sealed'])
      .where('id', 'in', [...ids])
      .execute();
    return new Map(
      rows.map((row) => [
        row.id,
        {
          name: this.open(row.contact_name_sealed, CONTACT_COLUMNS.name),
          phone: this.open(row.contact_phone_sealed, CONTACT_COLUMNS.phone),
          email: this.open(row.contact_email_sealed, CONTACT_COLUMNS.email),
        },
      ]),
    );
  }

  private open(sealed: string | null, column: string): string | null {
    return sealed === null ? null : this.cipher.decrypt(sealed, column);
  }
}
