import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import type { Session } from './session.model.js';
import { SessionRepository } from './session.repository.js';

@Injectable()
export class SessionReader {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  /** The devices of an account, the one used last first; `currentId` marks the one that asks. */
  async list(accountId: string, currentId: string | null): Promise<Session[]> {
    const rows = await this.sessions.listLive(accountId, this.clock.now());
    return rows.map(({ accountId: _, ...row }) => ({ ...row, isCurrent: row.id === currentId }));
  }

  async listOwn(actor: Actor): Promise<Session[]> {
    return actor.accountId === null ? [] : this.list(actor.accountId, actor.sessionId);
  }
}
