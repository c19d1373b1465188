import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../core/database/index.js';
import { countRows, keysetPage, type Connection, type PageArgs } from '../../core/graphql/index.js';
import { isKnownKind, NOTIFICATION_KINDS, type NotificationKind } from './notification-kinds.js';
import {
  toNotificationRow,
  type NotificationRow,
  type StoredNotification,
} from './notification.rows.js';

/** A position as text; clients take it as it is. */
const CURSOR = /^\d{1,18}$/;

/** A person's own notices; nobody else reads them. */
@Injectable()
export class NotificationReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Newest first. */
  async list(
    accountId: string,
    args: PageArgs & { readonly unreadOnly: boolean },
  ): Promise<Connection<NotificationRow>> {
    let query = this.select(accountId);
    if (args.unreadOnly) query = query.where('read_at', 'is', null);
    return keysetPage(query, {
      args,
      orderBy: [{ column: 'notifications.position', direction: 'desc', type: 'bigint' }],
      map: toKnown,
      count: () => countRows(query),
    });
  }

  unreadCount(accountId: string): Promise<number> {
    return countRows(this.select(accountId).where('read_at', 'is', null));
  }

  /** What came after a position, in the order in which it came. */
  async listAfter(accountId: string, position: bigint, limit: number): Promise<NotificationRow[]> {
    const rows = await this.select(accountId)
      .where('position', '>', position)
      .orderBy('position')
      .limit(limit)
      .execute();
    return rows.map(toKnown);
  }

  /** Where the account's own notice stands; null for what is none of his, or gone. */
  async positionOf(accountId: string, id: string): Promise<bigint | null> {
    const row = await this.uow.sql
      .selectFrom('notifications')
      .select('position')
      .where('account_id', '=', accountId)
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.position ?? null;
  }

  /** What a client is given to come back with: all notices up to now are behind it. */
  async cursorOf(accountId: string): Promise<string> {
    return String(await this.lastPosition(accountId));
  }

  /** Where a cursor stands; null for what was never given to the account. */
  async positionOfCursor(accountId: string, cursor: string): Promise<bigint | null> {
    if (!CURSOR.test(cursor)) return null;
    const position = BigInt(cursor);
    return position <= (await this.lastPosition(accountId)) ? position : null;
  }

  /** Where the account's newest notice stands. */
  async lastPosition(accountId: string): Promise<bigint> {
    const row = await this.uow.sql
      .selectFrom('notification_inboxes')
      .select('last_position')
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    return row?.last_position ?? 0n;
  }

  /** What the person said about mails, by kind. */
  async preferencesOf(accountId: string): Promise<Map<NotificationKind, boolean>> {
    const rows = await this.uow.sql
      .selectFrom('notification_preferences')
      .select(['kind', 'is_enabled'])
      .where('account_id', '=', accountId)
      .where('channel', '=', 'email')
      .execute();
    const preferences = new Map<NotificationKind, boolean>();
    for (const { kind, is_enabled: isEnabled } of rows)
      if (isKnownKind(kind)) preferences.set(kind, isEnabled);
    return preferences;
  }

  /** Every notice of the account, oldest first: for its own export. */
  async allOf(accountId: string): Promise<NotificationRow[]> {
    const rows = await this.select(accountId).orderBy('position').execute();
    return rows.map(toKnown);
  }

  private select(accountId: string) {
    return this.uow.sql
      .selectFrom('notifications')
      .select(['id', 'kind', 'params', 'position', 'created_at', 'read_at'])
      .where('account_id', '=', accountId)
      .where('kind', 'in', [...NOTIFICATION_KINDS]);
  }
}

function toKnown(row: StoredNotification): NotificationRow {
  const known = toNotificationRow(row);
  if (!known) throw new Error(`Read a notice of the unknown kind ${row.kind}`);
  return known;
}
