import { Injectable } from '@nestjs/common';
import type { GraphqlContext } from '../../../core/graphql/index.js';
import { AccountReader } from '../account/account.reader.js';
import type { Viewer } from '../account/account.model.js';
import { CLEARED_SESSION_COOKIE, sessionCookie } from './session-cookie.js';
import type { Session } from './session.model.js';
import { SessionReader } from './session.reader.js';
import { SESSION_LIFETIMES } from './session.rules.js';
import type { SessionTicket } from './session.service.js';

export interface SignedIn {
  readonly viewer: Viewer | null;
  readonly session: Session | null;
  readonly token: string | null;
}

/** Hands a new session to whoever opened it: as cookie to the portal, as token to a program. */
@Injectable()
export class SessionAnswer {
  constructor(
    private readonly accounts: AccountReader,
    private readonly sessions: SessionReader,
  ) {}

  /**
   * The answer to the call that opened the session. A repeated call reads the stored answer of the first, which names
   * the first one's session and not this ticket's: it is told nothing and given no token.
   */
  async signedIn(
    opened: { readonly accountId: string; readonly sessionId: string },
    ticket: SessionTicket,
    { reply }: GraphqlContext,
  ): Promise<SignedIn> {
    if (opened.sessionId !== ticket.sessionId) return { viewer: null, session: null, token: null };
    const devices = await this.sessions.list(opened.accountId, ticket.sessionId);
    const isPortal = ticket.channel === 'PORTAL';
    if (isPortal)
      setCookie(reply, sessionCookie(ticket.token, SESSION_LIFETIMES.PORTAL.absoluteMs));
    return {
      viewer: await this.accounts.viewer(opened.accountId),
      session: devices.find((device) => device.isCurrent) ?? null,
      token: isPortal ? null : ticket.token,
    };
  }

  signedOut(
    { reply }: GraphqlContext,
    { clearSiteData = false }: { readonly clearSiteData?: boolean } = {},
  ): { isSignedOut: boolean } {
    setCookie(reply, CLEARED_SESSION_COOKIE);
    if (clearSiteData) void reply.header('clear-site-data', '"cache", "cookies", "storage"');
    return { isSignedOut: true };
  }
}

function setCookie(reply: GraphqlContext['reply'], cookie: string): void {
  void reply.header('set-cookie', cookie);
}
