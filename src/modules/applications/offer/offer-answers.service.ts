import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { JobPostingSeats } from '../../job-postings/index.js';
import { ApplicationSteps } from '../application/application-steps.service.js';
import { UNDECIDED } from '../application/application.machine.js';
import type { Application } from '../application/application.model.js';
import { ApplicationRepository } from '../application/application.repository.js';
import { offerErrors } from './offer.errors.js';
import { offerAccepted, offerDeclined } from './offer.events.js';
import {
  acceptSchema,
  offerIdSchema,
  type AcceptOfferInput,
  type OfferIdInput,
} from './offer.inputs.js';
import type { Offer } from './offer.model.js';
import { OfferRepository } from './offer.repository.js';

/** What becomes of an offer. An accepted one and its seat come together or not at all. */
@Injectable()
export class OfferAnswersService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly steps: ApplicationSteps,
    private readonly offers: OfferRepository,
    private readonly seats: JobPostingSeats,
    private readonly clock: Clock,
  ) {}

  async accept(actor: Actor, input: AcceptOfferInput): Promise<string> {
    const { offerId, withdrawOthers } = parseInput(acceptSchema, input);
    const { application, offer } = await this.require(actor, offerId, 'APPLICANT');
    if (offer.state !== 'OPEN' || offer.answerDueAt <= this.clock.now()) {
      throw offerErrors.NOT_OPEN({ field: ['offerId'] });
    }
    const columns = { answerDueAt: null, answerDueBy: null };
    await this.steps.take(actor, application, 'accept', 'APPLICANT', columns);
    await this.offers.settle(application.id, 'ACCEPTED');
    await this.seats.takeSeat(application.jobPostingId);
    await this.steps.tell(offerAccepted, application, { offerId });
    if (withdrawOthers) await this.withdrawOthers(actor, application);
    return application.id;
  }

  async decline(actor: Actor, input: OfferIdInput): Promise<string> {
    const { offerId } = parseInput(offerIdSchema, input);
    const { application } = await this.require(actor, offerId, 'APPLICANT');
    if (!(await this.offers.settle(application.id, 'DECLINED'))) {
      throw offerErrors.NOT_OPEN({ field: ['offerId'] });
    }
    await this.steps.end(actor, application, 'decline', 'APPLICANT', 'OFFER_DECLINED');
    await this.steps.tell(offerDeclined, application, { offerId });
    return application.id;
  }

  async withdraw(actor: Actor, input: OfferIdInput): Promise<string> {
    const { offerId } = parseInput(offerIdSchema, input);
    const { application } = await this.require(actor, offerId, 'EMPLOYER');
    if (!(await this.offers.settle(application.id, 'WITHDRAWN'))) {
      throw offerErrors.NOT_OPEN({ field: ['offerId'] });
    }
    await this.steps.end(actor, application, 'withdrawOffer', 'EMPLOYER', 'OFFER_WITHDRAWN');
    return application.id;
  }

  /** The applicant steps back after accepting: the seat is free and the posting back in search. */
  async renege(actor: Actor, input: OfferIdInput): Promise<string> {
    const { offerId } = parseInput(offerIdSchema, input);
    const { application } = await this.require(actor, offerId, 'APPLICANT');
    await this.steps.end(actor, application, 'renege', 'APPLICANT', 'RENEGED');
    await this.offers.renege(application.id);
    await this.seats.releaseSeat(application.jobPostingId);
    return application.id;
  }

  /** Ends offers nobody answered in time; each in a transaction of its own. */
  async lapse(signal: AbortSignal): Promise<void> {
    for (const id of await this.offers.listLapsed(500)) {
      signal.throwIfAborted();
      await this.uow.run(async () => {
        const application = await this.applications.lock(id);
        if (application?.state !== 'OFFERED') return;
        await this.offers.settle(id, 'LAPSED');
        await this.steps.end(SYSTEM, application, 'lapseOffer', 'PLATFORM', 'OFFER_LAPSED');
      });
    }
  }

  private async require(
    actor: Actor,
    offerId: string,
    party: 'APPLICANT' | 'EMPLOYER',
  ): Promise<{ application: Application; offer: Offer }> {
    const field = ['offerId'];
    const applicationId = await this.offers.applicationOf(offerId);
    const { application } = await this.steps.require(actor, applicationId ?? '', party, field);
    const offers = (await this.offers.offersOf([application.id])).get(application.id) ?? [];
    const offer = offers.find(({ id }) => id === offerId);
    if (!offer) throw requestErrors.NOT_FOUND({ field });
    return { application, offer };
  }

  private async withdrawOthers(actor: Actor, { id, accountId }: Application): Promise<void> {
    const others = await this.applications.idsOf({ accountId, except: id }, [...UNDECIDED]);
    for (const other of others) {
      const application = await this.applications.lock(other);
      if (!application || !(UNDECIDED as readonly string[]).includes(application.state)) continue;
      await this.steps.end(actor, application, 'withdraw', 'APPLICANT', 'HIRED_ELSEWHERE');
    }
  }
}
