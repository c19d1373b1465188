import { Injectable } from '@nestjs/common';
import { BatchLoader } from '../../../core/graphql/index.js';
import { OrganisationContactReader } from './organisation-contact.reader.js';
import type { Organisation, OrganisationContact } from './organisation.model.js';
import { OrganisationReader } from './organisation.reader.js';

/** An organisation that another object names: whoever may see that object may see the name behind it. */
@Injectable()
export class OrganisationLoader extends BatchLoader<string, Organisation> {
  constructor(private readonly organisations: OrganisationReader) {
    super();
  }

  protected override async batch(ids: readonly string[]): Promise<Map<string, Organisation>> {
    const rows = await this.organisations.findMany(ids);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** Contacts in clear; the caller has checked that the viewer may see them. */
@Injectable()
export class OrganisationContactLoader extends BatchLoader<string, OrganisationContact> {
  constructor(private readonly contacts: OrganisationContactReader) {
    super();
  }

  protected override batch(ids: readonly string[]): Promise<Map<string, OrganisationContact>> {
    return this.contacts.findMany(ids);
  }
}
