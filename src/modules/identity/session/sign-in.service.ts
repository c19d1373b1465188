import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { accountOf, ProofService, type Proof } from '../proof/proof.service.js';
import type { SessionChannel } from './session.rules.js';
import { SessionService, type SessionTicket } from './session.service.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly sessions: SessionService,
    private readonly proofs: ProofService,
  ) {}

  newTicket(channel: SessionChannel): SessionTicket {
    return this.sessions.newTicket(channel);
  }

  async open(
    actor: Actor,
    proof: Proof,
    ticket: SessionTicket,
  ): Promise<{ accountId: string; sessionId: string }> {
    const { id: accountId } = await this.proofs.settle(proof);
    await this.sessions.open(actor, accountId, ticket);
    return { accountId, sessionId: ticket.sessionId };
  }

  revoke(actor: Actor, sessionId: string): Promise<{ sessionId: string }> {
    return this.sessions.revoke(actor, sessionId);
  }

  /** Ends the session that asks. Signed out meanwhile by another device is signed out, too. */
  async signOut(actor: Actor): Promise<{ accountId: string }> {
    const accountId = accountOf(actor);
    await this.sessions.end(actor);
    return { accountId };
  }

  async signOutEverywhere(
    actor: Actor,
    keptSessionId: string | null,
  ): Promise<{ accountId: string }> {
    const accountId = accountOf(actor);
    await this.sessions.revokeAll(accountId, keptSessionId);
    return { accountId };
  }
}
