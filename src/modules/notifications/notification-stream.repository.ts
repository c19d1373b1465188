import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Clock } from '../../core/clock/index.js';
import { UnitOfWork } from '../../core/database/index.js';

/** Live connections an account may have at a time, over all API processes. */
export const STREAMS_PER_ACCOUNT = 5;

/** The places for live connections. A place of a process that died is free again when it was not renewed. */
@Injectable()
export class NotificationStreamRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Takes a free place; false when there is none. */
  async claim(accountId: string, holderId: string, lifetimeMs: number): Promise<boolean> {
    // Who loses the race for one place tries the next one.
    for (let attempt = 0; attempt < STREAMS_PER_ACCOUNT; attempt += 1) {
      const outcome = await this.tryClaim(accountId, holderId, lifetimeMs);
      if (outcome !== 'lost') return outcome === 'taken';
    }
    return false;
  }

  /** False when the place was not renewed in time and is somebody else's now. */
  async renew(accountId: string, holderId: string, lifetimeMs: number): Promise<boolean> {
    const row = await this.uow.sql
      .updateTable('notification_streams')
      .set({ expires_at: this.in(lifetimeMs) })
      .where('account_id', '=', accountId)
      .where('holder_id', '=', holderId)
      .returning('slot')
      .executeTakeFirst();
    return row !== undefined;
  }

  async release(accountId: string, holderId: string): Promise<void> {
    await this.uow.sql
      .deleteFrom('notification_streams')
      .where('account_id', '=', accountId)
      .where('holder_id', '=', holderId)
      .execute();
  }

  private async tryClaim(
    accountId: string,
    holderId: string,
    lifetimeMs: number,
  ): Promise<'taken' | 'lost' | 'full'> {
    const now = this.clock.now();
    const { rows } = await sql<{ free: number; holder_id: string | null }>`
      with free as (
        select slot from generate_series(1, ${STREAMS_PER_ACCOUNT}::int) as slot
        where not exists (select from notification_streams s
          where s.account_id = ${accountId}::uuid and s.slot = slot.slot and s.expires_at > ${now})
        order by slot limit 1
      ), taken as (
        insert into notification_streams as held (account_id, slot, holder_id, expires_at)
        select ${accountId}::uuid, slot, ${holderId}::uuid, ${this.in(lifetimeMs)}::timestamptz from free
        on conflict (account_id, slot) do update
          set holder_id = excluded.holder_id, expires_at = excluded.expires_at
          where held.expires_at <= ${now}
        returning holder_id
      )
      select (select count(*)::int from free) as free, (select holder_id from taken)
    `.execute(this.uow.sql);
    const [row] = rows;
    if (!row || row.free === 0) return 'full';
    return row.holder_id === holderId ? 'taken' : 'lost';
  }

  private in(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}
