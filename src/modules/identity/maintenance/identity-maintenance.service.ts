import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { DataExportRepository } from '../export/data-export.repository.js';
import { IdentityMessageRepository } from '../message/identity-message.repository.js';
import { OneTimeCodeRepository } from '../one-time-code/one-time-code.repository.js';
import { SessionRepository } from '../session/session.repository.js';

const ENDED_SESSION_KEPT_MS = 30 * 24 * 60 * 60_000;

/** Removes what has served its time. Ended sessions stay a month, to be looked into after an incident. */
@Injectable()
export class IdentityMaintenanceService {
  constructor(
    private readonly codes: OneTimeCodeRepository,
    private readonly messages: IdentityMessageRepository,
    private readonly exports: DataExportRepository,
    private readonly sessions: SessionRepository,
    private readonly clock: Clock,
  ) {}

  async purgeExpired(): Promise<void> {
    const now = this.clock.now();
    await this.codes.removeExpired(now);
    await this.messages.removeExpired(now);
    await this.exports.removeExpired(now);
    await this.sessions.removeEndedBefore(new Date(now.getTime() - ENDED_SESSION_KEPT_MS));
  }
}
