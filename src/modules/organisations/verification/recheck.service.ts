import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { Outbox } from '../../../core/events/index.js';
import { recheckDue } from '../organisation/organisation.events.js';
import { OrganisationRepository } from '../organisation/organisation.repository.js';
import { StandingService } from '../organisation/standing.service.js';
import { RecheckRepository, type EndingVerification } from './recheck.repository.js';
import { REMINDER_DAYS, reminderDue } from './verification.rules.js';

const BATCH = 200;
const DAY_MS = 86_400_000;

/** What the clock does to verifications: reminds before they end, and writes down that they have ended. */
@Injectable()
export class RecheckService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly rechecks: RecheckRepository,
    private readonly standing: StandingService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Each in a unit of its own, so that a stop in the middle loses nothing; how many have lapsed. */
  async lapse(signal?: AbortSignal): Promise<number> {
    let lapsed = 0;
    for (;;) {
      const ids = await this.organisations.listLapsed(BATCH);
      for (const id of ids) {
        if (signal?.aborted) return lapsed;
        if (await this.uow.run(() => this.lapseOne(id))) lapsed += 1;
      }
      if (ids.length < BATCH) return lapsed;
    }
  }

  /** Reminders that have come due since the last time; each once, however often this runs. */
  async remind(signal?: AbortSignal): Promise<number> {
    const horizon = new Date(this.clock.now().getTime() + (REMINDER_DAYS[0] + 1) * DAY_MS);
    let reminded = 0;
    let after: string | null = null;
    for (;;) {
      const ending: EndingVerification[] = await this.rechecks.listEnding(horizon, after, BATCH);
      for (const verification of ending) {
        if (signal?.aborted) return reminded;
        if (await this.remindOne(verification)) reminded += 1;
      }
      after = ending.at(-1)?.organisationId ?? null;
      if (ending.length < BATCH) return reminded;
    }
  }

  private async lapseOne(id: string): Promise<boolean> {
    const organisation = await this.organisations.lock(id);
    // Verified anew or suspended between the list and the lock.
    if (organisation?.storedStanding !== 'VERIFIED' || organisation.standing !== 'LAPSED')
      return false;
    await this.standing.change(SYSTEM, organisation, { transition: 'lapse', by: 'CLOCK' });
    return true;
  }

  private async remindOne(verification: EndingVerification): Promise<boolean> {
    const { organisationId, verifiedUntil } = verification;
    const daysLeft = reminderDue(verifiedUntil, this.clock.now());
    if (daysLeft === null) return false;
    return this.uow.run(async () => {
      if (!(await this.rechecks.insert(verification, daysLeft))) return false;
      await this.outbox.record(
        recheckDue,
        { organisationId, daysLeft },
        { type: 'organisation', id: organisationId },
      );
      return true;
    });
  }
}
