import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Grant, GrantSource } from '../../../core/auth/index.js';
import { enumLabel, enumName, UnitOfWork } from '../../../core/database/index.js';
import {
  hashToken,
  LAST_SEEN_STEP_MS,
  MAX_SESSIONS,
  SESSION_LIFETIMES,
  type SessionChannel,
} from './session.rules.js';

export interface SessionRow {
  readonly id: string;
  readonly accountId: string;
  readonly channel: SessionChannel;
  readonly deviceLabel: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

export interface LiveSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly isAdministrator: boolean;
  /** The privacy notice has an edition in force that the account has not agreed to. */
  readonly needsConsent: boolean;
  readonly grants: readonly Grant[];
}

const IDLE_SINCE = (now: Date) => ({
  portal: new Date(now.getTime() - SESSION_LIFETIMES.PORTAL.idleMs),
  api: new Date(now.getTime() - SESSION_LIFETIMES.API.idleMs),
});

@Injectable()
export class SessionRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * The session and its account when both are alive, what it may do, and a note that it was seen, at most once a minute:
   * all in one statement, because every request asks.
   */
  async findLive(
    token: string,
    channel: SessionChannel,
    now: Date,
    source: GrantSource | null,
  ): Promise<LiveSession | null> {
    const grants = source?.grantsOf(sql.ref('live.account_id')) ?? sql`'[]'::json`;
    const idleSince = IDLE_SINCE(now)[enumLabel(channel)];
    const seenBefore = new Date(now.getTime() - LAST_SEEN_STEP_MS);
    const { rows } = await sql<LiveSession>`
      with live as (
        select s.id, s.account_id, s.last_seen_at, a.is_administrator
        from sessions s join accounts a on a.id = s.account_id
        where s.token_hash = ${hashToken(token)} and s.channel = ${enumLabel(channel)}
          and s.revoked_at is null and s.expires_at > ${now} and s.last_seen_at > ${idleSince}
          and a.state = 'active'
      ), seen as (
        update sessions set last_seen_at = ${now}
        where id in (select id from live where last_seen_at <= ${seenBefore})
      )
      select id as "sessionId", account_id as "accountId", is_administrator as "isAdministrator",
        exists (
          select from (
            select version from privacy_notices where published_at <= ${now} order by version desc limit 1
          ) n where not exists (
            select from privacy_consents c
            where c.account_id = live.account_id and c.notice_version = n.version
          )
        ) as "needsConsent",
        ${grants} as "grants"
      from live
    `.execute(this.uow.sql);
    return rows[0] ?? null;
  }

  /** Sessions that would be let in now, the one seen last first. */
  async listLive(accountId: string, now: Date): Promise<SessionRow[]> {
    const idleSince = IDLE_SINCE(now);
    const rows = await this.uow.sql
      .selectFrom('sessions')
      .select([
        'id',
        'account_id as accountId',
        'channel',
        'device_label as deviceLabel',
        'created_at as createdAt',
        'last_seen_at as lastSeenAt',
        'expires_at as expiresAt',
      ])
      .where('account_id', '=', accountId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .where((eb) =>
        eb.or([
          eb('channel', '=', 'portal').and('last_seen_at', '>', idleSince.portal),
          eb('channel', '=', 'api').and('last_seen_at', '>', idleSince.api),
        ]),
      )
      .orderBy('last_seen_at', 'desc')
      .orderBy('id', 'desc')
      .limit(MAX_SESSIONS)
      .execute();
    return rows.map((row) => ({ ...row, channel: enumName(row.channel) }));
  }

  async insert(row: SessionRow & { readonly tokenHash: string }): Promise<void> {
    await this.uow.db.session.create({ data: row });
  }

  /** False when the account has no such open session. */
  async revoke(accountId: string, sessionId: string, now: Date): Promise<boolean> {
    const { count } = await this.uow.db.session.updateMany({
      where: { id: sessionId, accountId, revokedAt: null },
      data: { revokedAt: now },
    });
    return count === 1;
  }

  async revokeAll(accountId: string, exceptSessionId: string | null, now: Date): Promise<void> {
    await this.uow.db.session.updateMany({
      where: {
        accountId,
        revokedAt: null,
        ...(exceptSessionId !== null && { id: { not: exceptSessionId } }),
      },
      data: { revokedAt: now },
    });
  }

  /** Ends the sessions that were idle longest, so that `kept` remain. */
  async revokeOldest(accountId: string, kept: number, now: Date): Promise<void> {
    await sql`
      update sessions set revoked_at = ${now} where id in (
        select id from sessions where account_id = ${accountId} and revoked_at is null
        order by last_seen_at desc, id desc offset ${kept}
      )
    `.execute(this.uow.sql);
  }

  async removeOf(accountId: string): Promise<void> {
    await this.uow.db.session.deleteMany({ where: { accountId } });
  }

  async removeEndedBefore(instant: Date): Promise<void> {
    await this.uow.db.session.deleteMany({
      where: { OR: [{ expiresAt: { lt: instant } }, { revokedAt: { lt: instant } }] },
    });
  }
}
