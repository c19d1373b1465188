import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock, Ids } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { SessionRepository } from './session.repository.js';
import {
  deviceLabel,
  hashToken,
  MAX_SESSIONS,
  newSessionToken,
  SESSION_LIFETIMES,
  type SessionChannel,
} from './session.rules.js';

/** A session before it is opened. The token exists only here and at the person who is given it. */
export interface SessionTicket {
  readonly sessionId: string;
  readonly channel: SessionChannel;
  readonly token: string;
}

@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  newTicket(channel: SessionChannel): SessionTicket {
    return { sessionId: this.ids.next(), channel, token: newSessionToken() };
  }

  /** Opens the ticket's session for an account whose right to it has been proven. */
  async open(actor: Actor, accountId: string, ticket: SessionTicket): Promise<void> {
    const now = this.clock.now();
    // A browser that signs in again gets a new token; the session of the old one would only linger.
    if (ticket.channel === 'PORTAL') await this.end(actor);
    await this.sessions.revokeOldest(accountId, MAX_SESSIONS - 1, now);
    await this.sessions.insert({
      id: ticket.sessionId,
      accountId,
      tokenHash: hashToken(ticket.token),
      channel: ticket.channel,
      deviceLabel: deviceLabel(requestContext().userAgent),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_LIFETIMES[ticket.channel].absoluteMs),
    });
  }

  /** Ends the session that asks, if it is one. */
  async end({ accountId, sessionId }: Actor): Promise<void> {
    if (accountId === null || sessionId === null) return;
    await this.sessions.revoke(accountId, sessionId, this.clock.now());
  }

  async revoke(actor: Actor, sessionId: string): Promise<{ sessionId: string }> {
    const { accountId } = actor;
    const revoked =
      accountId !== null && (await this.sessions.revoke(accountId, sessionId, this.clock.now()));
    if (!revoked) throw requestErrors.NOT_FOUND({ field: ['sessionId'] });
    return { sessionId };
  }

  /** Ends all sessions of the account, or all but one. */
  async revokeAll(accountId: string, exceptSessionId: string | null = null): Promise<void> {
    await this.sessions.revokeAll(accountId, exceptSessionId, this.clock.now());
  }
}
