import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock, Ids } from '../../core/clock/index.js';
import { UnitOfWork } from '../../core/database/index.js';
import { LiveSignals } from '../../core/live/index.js';
import { isMailed, ruleOf, type NotificationKind } from './notification-kinds.js';
import type { NotificationParams } from './notification.params.js';

export interface NewNotification {
  readonly accountId: string;
  readonly kind: NotificationKind;
  readonly params: NotificationParams;
}

/** What became of an attempt to tell people something. */
export interface WrittenNotifications {
  /** Who has a new notice. */
  readonly accountIds: readonly string[];
  /** How many of the notices are to be mailed. */
  readonly deliveries: number;
}

/** The only writer of notices. */
@Injectable()
export class NotificationRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly live: LiveSignals,
  ) {}

  /**
   * Writes the notices of one event and plans their mails, in one statement. A receiver has one of each kind about an
   * event, whoever tries again. Positions are counted under the lock of the receiver's inbox, so they follow the commits.
   */
  async insert(
    eventId: string,
    entries: readonly NewNotification[],
  ): Promise<WrittenNotifications> {
    if (entries.length === 0) return { accountIds: [], deliveries: 0 };
    const rows = JSON.stringify(entries.map((entry) => this.rowOf(entry)));
    const { rows: written } = await sql<{ account_id: string; is_mailed: boolean }>`
      with told as (
        select * from jsonb_to_recordset(${rows}::jsonb) as told(id uuid, account_id uuid, kind text,
          params jsonb, once_on date, is_mailed boolean, is_choosable boolean)
      ), fresh as (
        select told.*, row_number() over mine as nth, count(*) over (partition by account_id) as of
        from told
        where not exists (select from notifications n where n.account_id = told.account_id
          and n.kind = told.kind and (n.event_id = ${eventId}::uuid or n.once_on = told.once_on))
        window mine as (partition by account_id order by id)
      ), inbox as (
        insert into notification_inboxes as i (account_id, last_position)
        select account_id, count(*) from fresh group by account_id order by account_id
        on conflict (account_id) do update set last_position = i.last_position + excluded.last_position
        returning account_id, last_position
      ), written as (
        insert into notifications (id, event_id, account_id, kind, params, once_on, position, created_at)
        select f.id, ${eventId}::uuid, f.account_id, f.kind, f.params, f.once_on,
          inbox.last_position - f.of + f.nth, ${this.clock.now()}::timestamptz
        from fresh f join inbox using (account_id)
        on conflict do nothing
        returning id, account_id
      ), mailed as (
        insert into notification_deliveries (notification_id, channel)
        select f.id, 'email' from fresh f join written using (id)
        left join notification_preferences p
          on p.account_id = f.account_id and p.kind = f.kind and p.channel = 'email' and f.is_choosable
        where coalesce(p.is_enabled, f.is_mailed)
        returning notification_id
      )
      select written.account_id, mailed.notification_id is not null as is_mailed
      from written left join mailed on mailed.notification_id = written.id
    `.execute(this.uow.sql);
    return {
      accountIds: [...new Set(written.map((row) => row.account_id))],
      deliveries: written.filter((row) => row.is_mailed).length,
    };
  }

  /** Wakes the live answers of the accounts, in whichever process they are, once this is committed. */
  signal(accountIds: readonly string[]): Promise<void> {
    return this.live.tell(accountIds);
  }

  /** Marks the account's own unread notices among the ids, or all of them; the ids that were marked. */
  async markRead(accountId: string, ids: readonly string[] | 'all'): Promise<string[]> {
    if (ids !== 'all' && ids.length === 0) return [];
    let update = this.uow.sql
      .updateTable('notifications')
      .set({ read_at: this.clock.now() })
      .where('account_id', '=', accountId)
      .where('read_at', 'is', null);
    if (ids !== 'all') update = update.where('id', 'in', [...ids]);
    const rows = await update.returning('id').execute();
    return rows.map((row) => row.id);
  }

  async setPreference(
    accountId: string,
    kind: NotificationKind,
    isEnabled: boolean,
  ): Promise<void> {
    const updatedAt = this.clock.now();
    await this.uow.db.notificationPreference.upsert({
      where: { accountId_kind_channel: { accountId, kind, channel: 'EMAIL' } },
      create: { accountId, kind, channel: 'EMAIL', isEnabled, updatedAt },
      update: { isEnabled, updatedAt },
    });
  }

  /** Removes up to `limit` notices read before the instant; how many there were. */
  async purgeReadBefore(instant: Date, limit: number): Promise<number> {
    const { numAffectedRows } = await sql`
      delete from notifications where id in (
        select id from notifications where read_at < ${instant} order by read_at limit ${limit})
    `.execute(this.uow.sql);
    return Number(numAffectedRows ?? 0n);
  }

  async removeOf(accountId: string): Promise<void> {
    const { db } = this.uow;
    await db.notification.deleteMany({ where: { accountId } });
    await db.notificationPreference.deleteMany({ where: { accountId } });
    await db.notificationInbox.deleteMany({ where: { accountId } });
    await db.notificationStream.deleteMany({ where: { accountId } });
  }

  private rowOf({ accountId, kind, params }: NewNotification) {
    const { mail, isOnceADay = false } = ruleOf(kind);
    return {
      id: this.ids.next(),
      account_id: accountId,
      kind,
      params,
      once_on: isOnceADay ? this.clock.today() : null,
      is_mailed: isMailed(kind, null),
      is_choosable: mail === 'UNLESS_MUTED' || mail === 'ON_REQUEST',
    };
  }
}
