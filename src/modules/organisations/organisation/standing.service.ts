import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Outbox } from '../../../core/events/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { standingChanged } from './organisation.events.js';
import { standingMachine, type StandingTransition } from './organisation.machine.js';
import { OrganisationRepository, type LockedOrganisation } from './organisation.repository.js';

export interface StandingReason {
  /** The bureau's reason code; the name of the transition when there is none. */
  readonly code?: string;
  readonly text?: string;
}

export interface StandingChange {
  readonly transition: StandingTransition;
  readonly by: 'BUREAU' | 'OWNER' | 'CLOCK';
  readonly reason?: StandingReason;
  readonly verification?: { readonly verifiedAt: Date | null; readonly verifiedUntil: Date | null };
}

/** The one way an organisation's standing changes: by its machine, with history and event, within the caller's unit of work. */
@Injectable()
export class StandingService {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly outbox: Outbox,
  ) {}

  async change(
    actor: Actor,
    organisation: LockedOrganisation,
    change: StandingChange,
  ): Promise<void> {
    const { transition, by, reason, verification } = change;
    const { id, standing: previous, storedStanding } = organisation;
    const standing = standingMachine.next(storedStanding, transition, by);
    const written = await this.organisations.setStanding(
      id,
      storedStanding,
      standing,
      verification ?? {},
    );
    if (!written) throw requestErrors.STALE();
    await this.organisations.appendHistory({
      organisationId: id,
      change: 'STANDING_CHANGED',
      fromStanding: storedStanding,
      toStanding: standing,
      reasonCode: reason?.code ?? transition,
      reasonText: reason?.text ?? null,
      changedFields: [],
      accountId: actor.accountId,
    });
    const before = by === 'CLOCK' ? storedStanding : previous;
    // A verification renewed in time changes nothing for anybody else.
    if (before === standing) return;
    await this.outbox.record(
      standingChanged,
      { organisationId: id, standing, previous: before },
      { type: 'organisation', id },
    );
  }
}
