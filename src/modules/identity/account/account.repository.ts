import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import type { Locale } from '../../../core/context/index.js';
import { enumLabel, enumName, UnitOfWork } from '../../../core/database/index.js';
import { FieldCipher } from '../../../core/privacy/index.js';
import type { ContactKind } from '../contact/contact.rules.js';
import type { AccountState } from './account.machine.js';

const BIRTH_DATE_COLUMN = 'accounts.birth_date_sealed';

export interface NewAccount {
  readonly id: string;
  readonly displayName: string;
  readonly preferredLocale: Locale;
  readonly passwordHash: string | null;
  /** `YYYY-MM-DD`; null for an administrator made by command. */
  readonly birthDate: string | null;
  readonly isAdministrator: boolean;
}

export interface LockedAccount {
  readonly id: string;
  readonly state: AccountState;
  readonly passwordHash: string | null;
  readonly isAdministrator: boolean;
}

export interface AccountCredentials {
  readonly accountId: string;
  readonly passwordHash: string | null;
}

export interface StateChange {
  readonly accountId: string;
  readonly from: AccountState | null;
  readonly to: AccountState;
  readonly actorId: string | null;
  readonly reason: string | null;
}

@Injectable()
export class AccountRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async insert({ birthDate, ...account }: NewAccount): Promise<void> {
    const now = this.clock.now();
    await this.uow.db.account.create({
      data: {
        ...account,
        birthDateSealed:
          birthDate === null ? null : this.cipher.encrypt(birthDate, BIRTH_DATE_COLUMN),
        passwordChangedAt: account.passwordHash === null ? null : now,
        createdAt: now,
        updatedAt: now,
      },
    });
  }

  /** What a password is compared with, by contact; one statement whether there is such an account or not. */
  async credentialsOf(kind: ContactKind, contactIndex: string): Promise<AccountCredentials | null> {
    const row = await this.uow.sql
      .selectFrom('account_identifiers as i')
      .innerJoin('accounts as a', 'a.id', 'i.account_id')
      .select(['a.id as accountId', 'a.password_hash as passwordHash'])
      .where('i.kind', '=', enumLabel(kind))
      .where('i.value_index', '=', contactIndex)
      .executeTakeFirst();
    return row ?? null;
  }

  /** Holds the account until the unit of work ends, so that nothing is decided on a state that is changing. */
  async lock(accountId: string): Promise<LockedAccount | null> {
    const row = await this.uow.sql
      .selectFrom('accounts')
      .select(['id', 'state', 'password_hash', 'is_administrator'])
      .where('id', '=', accountId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row
      ? {
          id: row.id,
          state: enumName(row.state),
          passwordHash: row.password_hash,
          isAdministrator: row.is_administrator,
        }
      : null;
  }

  async passwordHashOf(accountId: string): Promise<string | null> {
    const row = await this.uow.db.account.findUnique({
      where: { id: accountId },
      select: { passwordHash: true },
    });
    return row?.passwordHash ?? null;
  }

  async birthDateOf(accountId: string): Promise<string | null> {
    const row = await this.uow.db.account.findUnique({
      where: { id: accountId },
      select: { birthDateSealed: true },
    });
    const sealed = row?.birthDateSealed ?? null;
    return sealed === null ? null : this.cipher.decrypt(sealed, BIRTH_DATE_COLUMN);
  }

  async update(
    accountId: string,
    changes: { displayName?: string; preferredLocale?: Locale },
  ): Promise<void> {
    await this.uow.db.account.update({
      where: { id: accountId },
      data: { ...changes, updatedAt: this.clock.now(), version: { increment: 1 } },
    });
  }

  async setPasswordHash(accountId: string, passwordHash: string): Promise<void> {
    const now = this.clock.now();
    await this.uow.db.account.update({
      where: { id: accountId },
      data: {
        passwordHash,
        passwordChangedAt: now,
        updatedAt: now,
        version: { increment: 1 },
      },
    });
  }

  /** Active administrators, each held until the unit of work ends, so that the last one cannot leave unnoticed. */
  async lockAdministrators(): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('accounts')
      .select('id')
      .where('is_administrator', '=', true)
      .where('state', '=', enumLabel('ACTIVE'))
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
    return rows.map((row) => row.id);
  }

  /** Writes the new state and its history row; false when the account has left the old state meanwhile. */
  async changeState(change: StateChange & { readonly from: AccountState }): Promise<boolean> {
    const now = this.clock.now();
    const { count } = await this.uow.db.account.updateMany({
      where: { id: change.accountId, state: change.from },
      data: {
        state: change.to,
        ...STATE_COLUMNS[change.to](now, change.reason),
        updatedAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 1) await this.noteState(change);
    return count === 1;
  }

  async noteState({ from, to, ...change }: StateChange): Promise<void> {
    await this.uow.db.accountHistoryEntry.create({
      data: {
        ...change,
        id: this.ids.next(),
        fromState: from,
        toState: to,
        occurredAt: this.clock.now(),
      },
    });
  }
}

/** What else a state means for the row. A closed account keeps nothing of the person. */
const STATE_COLUMNS = {
  ACTIVE: () => ({ disabledAt: null, disabledReason: null }),
  DISABLED: (now: Date, reason: string | null) => ({ disabledAt: now, disabledReason: reason }),
  CLOSED: (now: Date) => ({
    closedAt: now,
    displayName: '',
    passwordHash: null,
    passwordChangedAt: null,
    birthDateSealed: null,
    isAdministrator: false,
  }),
} as const;
