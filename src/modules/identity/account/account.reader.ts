import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../../core/clock/index.js';
import type { Locale } from '../../../core/context/index.js';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { mask } from '../../../core/privacy/index.js';
import { ContactRepository } from '../contact/contact.repository.js';
import type { Contact } from '../contact/contact.rules.js';
import type { AccountState } from './account.machine.js';
import { AccountRepository } from './account.repository.js';
import { ageOn } from './account.rules.js';
import type { Viewer } from './account.model.js';

export interface AccountRow {
  readonly id: string;
  readonly displayName: string;
  readonly preferredLocale: Locale;
  readonly state: AccountState;
}

/** Where a person can be written to, in clear; only for sending. */
export interface AccountContacts {
  readonly email: string | null;
  readonly phone: string | null;
  readonly preferredLocale: Locale;
}

@Injectable()
export class AccountReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly contacts: ContactRepository,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  async find(id: string): Promise<AccountRow | null> {
    return (await this.findMany([id])).get(id) ?? null;
  }

  async findMany(ids: readonly string[]): Promise<Map<string, AccountRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.uow.sql
      .selectFrom('accounts')
      .select(['id', 'display_name', 'preferred_locale', 'state'])
      .where('id', 'in', [...ids])
      .execute();
    return new Map(
      rows.map((row) => [
        row.id,
        {
          id: row.id,
          displayName: row.display_name,
          preferredLocale: localeOf(row.preferred_locale),
          state: enumName(row.state),
        },
      ]),
    );
  }

  /** The account when it can be used; else it is as if there were none. */
  async requireActive(id: string): Promise<AccountRow> {
    const row = await this.find(id);
    if (row?.state !== 'ACTIVE') throw requestErrors.NOT_FOUND();
    return row;
  }

  /** Contacts of the accounts that can be used, by account. Never shown, logged or queued: only to send mail and codes. */
  async contactsOf(ids: readonly string[]): Promise<Map<string, AccountContacts>> {
    const accounts = await this.findMany(ids);
    const active = [...accounts.values()].filter((account) => account.state === 'ACTIVE');
    const owned = await this.contacts.listOf(active.map((account) => account.id));
    return new Map(
      active.map(({ id, preferredLocale }) => {
        const own = owned.filter((contact) => contact.accountId === id);
        const valueOf = (kind: string): string | null =>
          own.find((contact) => contact.kind === kind)?.value ?? null;
        return [id, { email: valueOf('EMAIL'), phone: valueOf('PHONE'), preferredLocale }];
      }),
    );
  }

  /** Completed years of age on a day; null for an unknown account or one that never told its birth date. */
  async ageOf(id: string, day: string): Promise<number | null> {
    const birthDate = await this.accounts.birthDateOf(id);
    return birthDate === null ? null : ageOn(day, birthDate);
  }

  /** The language of whoever signs in with the contact; null when nobody does. */
  async localeOfContact(contact: Contact): Promise<Locale | null> {
    const owner = await this.contacts.ownerOf(contact);
    return owner === null ? null : ((await this.find(owner))?.preferredLocale ?? null);
  }

  /** How a person sees themselves; one statement. */
  async viewer(accountId: string): Promise<Viewer | null> {
    const row = await this.uow.sql
      .selectFrom('accounts as a')
      .leftJoin('account_identifiers as p', (join) =>
        join.onRef('p.account_id', '=', 'a.id').on('p.kind', '=', 'phone'),
      )
      .leftJoin('account_identifiers as e', (join) =>
        join.onRef('e.account_id', '=', 'a.id').on('e.kind', '=', 'email'),
      )
      .select([
        'a.id',
        'a.display_name',
        'a.preferred_locale',
        'a.is_administrator as isAdministrator',
        'a.created_at as registeredAt',
        'p.value_sealed as phone',
        'e.value_sealed as email',
        sql<boolean>`a.password_hash is not null`.as('hasPassword'),
        sql<boolean>`not exists (
          select from privacy_consents c where c.account_id = a.id and c.notice_version = (
            select max(n.version) from privacy_notices n where n.published_at <= ${this.clock.now()}
          )
        )`.as('needsConsent'),
      ])
      .where('a.id', '=', accountId)
      .where('a.state', '=', 'active')
      .executeTakeFirst();
    if (!row) return null;
    const { display_name: displayName, preferred_locale: locale, phone, email, ...viewer } = row;
    return {
      ...viewer,
      account: { id: row.id, displayName, preferredLocale: localeOf(locale) },
      phone: phone === null ? null : mask.phone(this.contacts.open(phone)),
      email: email === null ? null : mask.email(this.contacts.open(email)),
    };
  }
}

function localeOf(text: string): Locale {
  return text === 'en' ? 'en' : 'zh-CN';
}
