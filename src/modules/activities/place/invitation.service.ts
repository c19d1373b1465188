import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { Outbox, type EventDefinition } from '../../../core/events/index.js';
import { PartnerReader } from '../../agreements/index.js';
import { jobFairInvited, type JobFairEventPayload } from '../job-fair/job-fair.events.js';
import type { JobFair } from '../job-fair/job-fair.model.js';
import { JobFairRepository } from '../job-fair/job-fair.repository.js';
import type { JobFairWithdrawalCause } from './place.enums.js';
import { placeMachine } from './place.machine.js';
import { PlaceRepository, type PlaceRow } from './place.repository.js';

type HeldFair = Pick<JobFair, 'id' | 'organiserId'>;

/** Invitations of partners: they follow the agreements between them and the organiser. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly fairs: JobFairRepository,
    private readonly places: PlaceRepository,
    private readonly partners: PartnerReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Invites all partners of now to the locked fair that is being published. */
  async inviteAll(fair: HeldFair): Promise<void> {
    const partners = await this.partners.partnersOf(fair.organiserId);
    await this.tell(jobFairInvited, fair, await this.places.invite(fair.id, partners));
  }

  /** An agreement took effect or goes on: its parties are invited to each other's fairs to come. */
  async follow(agreementId: string): Promise<void> {
    const parties = await this.partners.organisationsUnder(agreementId);
    for (const fair of await this.fairs.lockOpenForPartners(parties))
      for (const organisationId of parties)
        if (organisationId !== fair.organiserId)
          await this.inviteOne(fair, { organisationId, agreementId });
  }

  /** An agreement ended: who has not answered is invited under another one, or no more. Who comes keeps the place. */
  async withdraw(agreementId: string, cause: JobFairWithdrawalCause): Promise<void> {
    for (const jobFairId of await this.places.fairsInvitingUnder(agreementId)) {
      const fair = await this.fairs.lock(jobFairId);
      if (!fair?.isRegistrationOpen) continue;
      const waiting = await this.places.listIn(jobFairId, 'INVITED');
      for (const place of waiting.filter((row) => row.agreementId === agreementId))
        await this.withdrawOne(fair, place, cause);
    }
  }

  /** Tells each organisation once what became of the fair. */
  async tell(
    event: EventDefinition<JobFairEventPayload>,
    fair: HeldFair,
    places: readonly Pick<PlaceRow, 'id' | 'organisationId'>[],
  ): Promise<void> {
    const { id: jobFairId, organiserId } = fair;
    await this.outbox.recordMany(
      event,
      places.map(({ id: placeId, organisationId }) => ({
        payload: { jobFairId, placeId, organisationId, organiserId },
        subject: { type: 'JobFair', id: jobFairId },
      })),
    );
  }

  private async inviteOne(
    fair: HeldFair,
    partner: { readonly organisationId: string; readonly agreementId: string },
  ): Promise<void> {
    const place = await this.places.find(fair.id, partner.organisationId);
    if (!place) {
      await this.tell(jobFairInvited, fair, await this.places.invite(fair.id, [partner]));
    } else if (placeMachine.can(place.state, 'inviteAgain', 'AGREEMENT')) {
      const { agreementId } = partner;
      const step = { agreementId, invitedAt: this.clock.now() };
      await this.places.take(place, 'INVITED', step, null);
      await this.tell(jobFairInvited, fair, [place]);
    }
  }

  private async withdrawOne(
    fair: HeldFair,
    place: PlaceRow,
    withdrawnCause: JobFairWithdrawalCause,
  ): Promise<void> {
    const other = await this.partners.agreementBetween(fair.organiserId, place.organisationId);
    if (other !== null) return this.places.moveTo(place.id, other);
    const to = placeMachine.next(place.state, 'withdraw', 'AGREEMENT');
    await this.places.take(place, to, { withdrawnCause }, null);
  }
}
