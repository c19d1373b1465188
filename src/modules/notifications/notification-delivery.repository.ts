import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../core/clock/index.js';
import { UnitOfWork } from '../../core/database/index.js';
import { toNotificationRow, type NotificationRow } from './notification.rows.js';

export type DeliveryFailure =
  | 'ACCOUNT_INACTIVE'
  | 'EXPIRED'
  | 'MUTED'
  | 'NOT_CONCERNED'
  | 'NO_MAIL_ADDRESS'
  | 'REJECTED'
  | 'UNKNOWN_KIND';

export interface PendingDelivery {
  readonly accountId: string;
  /** Null when this version knows no such kind. */
  readonly notification: NotificationRow | null;
  /** What the receiver says about mails of this kind; null: nothing. */
  readonly preference: boolean | null;
}

/** The only writer of what is sent; a delivery ends once. */
@Injectable()
export class NotificationDeliveryRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Counts an attempt at a mail that is still to be sent; null when there is none. */
  async begin(notificationId: string): Promise<PendingDelivery | null> {
    const row = await this.uow.sql
      .updateTable('notification_deliveries as delivery')
      .set({ attempts: sql<number>`delivery.attempts + 1` })
      .from('notifications as n')
      .leftJoin('notification_preferences as preference', (join) =>
        join
          .onRef('preference.account_id', '=', 'n.account_id')
          .onRef('preference.kind', '=', 'n.kind')
          .on('preference.channel', '=', 'email'),
      )
      .whereRef('n.id', '=', 'delivery.notification_id')
      .where('delivery.notification_id', '=', notificationId)
      .where('delivery.channel', '=', 'email')
      .where('delivery.state', '=', 'pending')
      .returning([
        'n.id',
        'n.account_id',
        'n.kind',
        'n.params',
        'n.position',
        'n.created_at',
        'n.read_at',
        'preference.is_enabled',
      ])
      .executeTakeFirst();
    if (!row) return null;
    return {
      accountId: row.account_id,
      notification: toNotificationRow(row),
      preference: row.is_enabled,
    };
  }

  /** False when it was ended meanwhile. */
  async end(
    notificationId: string,
    outcome:
      | { readonly state: 'sent' }
      | { readonly state: 'skipped' | 'failed'; readonly failure: DeliveryFailure },
  ): Promise<boolean> {
    const isSent = outcome.state === 'sent';
    const row = await this.uow.sql
      .updateTable('notification_deliveries')
      .set({
        state: outcome.state,
        sent_at: isSent ? this.clock.now() : null,
        failure: isSent ? null : outcome.failure,
      })
      .where('notification_id', '=', notificationId)
      .where('channel', '=', 'email')
      .where('state', '=', 'pending')
      .returning('notification_id')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Notices about the event whose mails are still to be sent. */
  async pendingOf(eventId: string): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('notification_deliveries as delivery')
      .innerJoin('notifications as n', 'n.id', 'delivery.notification_id')
      .select('n.id')
      .where('n.event_id', '=', eventId)
      .where('delivery.state', '=', 'pending')
      .orderBy('n.id')
      .execute();
    return rows.map((row) => row.id);
  }

  /** Notices written before the instant whose mails are still to be sent, oldest first. */
  async pendingBefore(instant: Date, limit: number): Promise<string[]> {
    const rows = await this.uow.sql
      .selectFrom('notification_deliveries as delivery')
      .innerJoin('notifications as n', 'n.id', 'delivery.notification_id')
      .select('n.id')
      .where('delivery.state', '=', 'pending')
      .where('n.created_at', '<', instant)
      .orderBy('n.id')
      .limit(limit)
      .execute();
    return rows.map((row) => row.id);
  }

  /** Gives up mails about notices written before the instant; how many. */
  async giveUpBefore(instant: Date): Promise<number> {
    const { numUpdatedRows } = await this.uow.sql
      .updateTable('notification_deliveries as delivery')
      .from('notifications as n')
      .set({ state: 'failed', failure: 'EXPIRED' satisfies DeliveryFailure })
      .whereRef('n.id', '=', 'delivery.notification_id')
      .where('delivery.state', '=', 'pending')
      .where('n.created_at', '<', instant)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  }
}
