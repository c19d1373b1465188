import { Injectable } from '@nestjs/common';
import { holds, type Actor } from '../../../core/auth/index.js';
import { enumLabel, enumName, UnitOfWork } from '../../../core/database/index.js';
import {
  countRows,
  keysetPage,
  type Connection,
  type PageArgs,
} from '../../../core/graphql/index.js';
import { ContactRepository } from '../contact/contact.repository.js';
import { parseContact } from '../contact/contact.rules.js';
import type { AccountRecordFilter } from './account-record.inputs.js';
import type { AccountRecord } from './account.model.js';
import { ACCOUNT_ADMINISTER } from './account.permissions.js';

/** Accounts as administrators of the platform see them. Contacts are not shown, only searched for. */
@Injectable()
export class AccountRecordReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly contacts: ContactRepository,
  ) {}

  async find(actor: Actor, id: string): Promise<AccountRecord | null> {
    if (!holds(actor, ACCOUNT_ADMINISTER)) return null;
    const row = await this.rows().where('accounts.id', '=', id).executeTakeFirst();
    return row ? recordOf(row) : null;
  }

  /** The newest first. */
  list(
    args: Pick<PageArgs, 'first' | 'after'>,
    filter: AccountRecordFilter,
  ): Promise<Connection<AccountRecord>> {
    let query = this.rows();
    const { state, contact, isAdministrator } = filter;
    if (state) query = query.where('accounts.state', '=', enumLabel(state));
    if (typeof isAdministrator === 'boolean') {
      query = query.where('accounts.is_administrator', '=', isAdministrator);
    }
    if (typeof contact === 'string') {
      const parsed = parseContact(contact);
      query = query.where('accounts.id', 'in', (eb) =>
        eb
          .selectFrom('account_identifiers')
          .select('account_id')
          .where('kind', '=', enumLabel(parsed?.kind ?? 'PHONE'))
          .where('value_index', '=', parsed ? this.contacts.indexOf(parsed) : ''),
      );
    }
    return keysetPage(query, {
      args,
      orderBy: [
        { column: 'accounts.created_at', direction: 'desc', type: 'timestamptz' },
        { column: 'accounts.id', direction: 'desc', type: 'uuid' },
      ],
      map: recordOf,
      count: () => countRows(query),
    });
  }

  private rows() {
    return this.uow.sql
      .selectFrom('accounts')
      .select([
        'accounts.id',
        'accounts.display_name',
        'accounts.preferred_locale',
        'accounts.state',
        'accounts.is_administrator',
        'accounts.created_at',
        'accounts.disabled_at',
        'accounts.disabled_reason',
      ]);
  }
}

interface RecordRow {
  id: string;
  display_name: string;
  preferred_locale: string;
  state: 'active' | 'disabled' | 'closed';
  is_administrator: boolean;
  created_at: Date;
  disabled_at: Date | null;
  disabled_reason: string | null;
}

function recordOf(row: RecordRow): AccountRecord {
  return {
    account: {
      id: row.id,
      displayName: row.display_name,
      preferredLocale: row.preferred_locale === 'en' ? 'en' : 'zh-CN',
    },
    state: enumName(row.state),
    isAdministrator: row.is_administrator,
    registeredAt: row.created_at,
    disabledAt: row.disabled_at,
    disabledReason: row.disabled_reason,
  };
}
