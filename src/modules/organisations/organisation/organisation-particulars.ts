import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../core/privacy/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { CONTACT_COLUMNS } from './organisation.contact.js';
import type { Changes } from './organisation.inputs.js';
import { searchable } from './organisation.rules.js';

type Given<T> = T | undefined;

/** Columns for what was given; what was left out is undefined and stays as it is. */
export interface ParticularColumns {
  name: Given<string>;
  namePinyin: Given<string>;
  searchText: Given<string>;
  unifiedSocialCreditCode: Given<string>;
  regionId: Given<string>;
  accountClass: Given<NonNullable<Changes['accountClass']>>;
  hrServiceLicence: Given<string | null>;
  address: Given<string | null>;
  industryCode: Given<string | null>;
  sizeBand: Changes['sizeBand'];
  collegeId: Given<string | null>;
  website: Given<string | null>;
  description: Given<string | null>;
  annualGraduateIntakeMin: Given<number | null>;
  annualGraduateIntakeMax: Given<number | null>;
}

export interface SealedContact {
  contactNameSealed?: string | null;
  contactPhoneSealed?: string | null;
  contactEmailSealed?: string | null;
}

/** Turns checked particulars into columns: codes become the rows they mean, the contact is sealed. */
@Injectable()
export class OrganisationParticulars {
  constructor(
    private readonly reference: ReferenceReader,
    private readonly cipher: FieldCipher,
  ) {}

  /** `at` is the path of the particulars below `input`. */
  async columns(given: Changes, at: readonly string[] = []): Promise<ParticularColumns> {
    const { regionCode, industryCode, collegeCode } = given;
    const spelt = given.name ? searchable(given.name) : undefined;
    return {
      name: given.name ?? undefined,
      namePinyin: spelt?.namePinyin,
      searchText: spelt?.searchText,
      unifiedSocialCreditCode: given.unifiedSocialCreditCode ?? undefined,
      regionId: regionCode
        ? (await this.reference.requireRegion(regionCode, [...at, 'regionCode'])).id
        : undefined,
      accountClass: given.accountClass ?? undefined,
      hrServiceLicence: given.hrServiceLicence,
      address: given.address,
      industryCode:
        typeof industryCode === 'string'
          ? (await this.reference.requireIndustry(industryCode, [...at, 'industryCode'])).code
          : industryCode,
      sizeBand: given.sizeBand,
      collegeId:
        typeof collegeCode === 'string'
          ? (await this.reference.requireCollege(collegeCode, [...at, 'collegeCode'])).id
          : collegeCode,
      website: given.website,
      description: given.description,
      annualGraduateIntakeMin: given.annualGraduateIntakeMin,
      annualGraduateIntakeMax: given.annualGraduateIntakeMax,
    };
  }

  /** Parts that were left out stay; null for the whole contact clears all of it. */
  sealContact(contact: Changes['contact']): SealedContact {
    if (contact === undefined) return {};
    return {
      contactNameSealed: this.seal(contact === null ? null : contact.name, CONTACT_COLUMNS.name),
      contactPhoneSealed: this.seal(contact === null ? null : contact.phone, CONTACT_COLUMNS.phone),
      contactEmailSealed: this.seal(contact === null ? null : contact.email, CONTACT_COLUMNS.email),
    };
  }

  private seal(text: string | null | undefined, column: string): string | null | undefined {
    return typeof text === 'string' ? this.cipher.encrypt(text, column) : text;
  }
}
