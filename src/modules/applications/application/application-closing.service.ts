import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../core/auth/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { JobPostingReader } from '../../job-postings/index.js';
import { OfferRepository } from '../offer/offer.repository.js';
import { ApplicationSteps } from './application-steps.service.js';
import { UNDECIDED } from './application.machine.js';
import { ApplicationRepository } from './application.repository.js';

/** What the end of a posting does to the applications to it. */
@Injectable()
export class ApplicationClosing {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly offers: OfferRepository,
    private readonly steps: ApplicationSteps,
    private readonly postings: JobPostingReader,
  ) {}

  /**
   * Closes what is undecided with the reason; when every seat is taken or the posting was removed, offers that wait are
   * withdrawn too, because nobody could accept them any more. A posting that a released seat has opened again meanwhile
   keeps its applications, however late or often its end is told.
   */
  async closeFor(
    jobPostingId: string,
    cause: 'STOPPED' | 'EXPIRED' | 'FILLED' | 'WITHDRAWN_BY_SOURCE' | 'REMOVED',
  ): Promise<number> {
    const reason = cause === 'FILLED' ? 'POSTING_FILLED' : 'POSTING_CLOSED';
    const withOffers = cause === 'FILLED' || cause === 'REMOVED';
    const states = withOffers ? [...UNDECIDED, 'OFFERED' as const] : [...UNDECIDED];
    const ids = await this.applications.idsOf({ jobPostingId }, states);
    let count = 0;
    for (const id of ids) {
      const isClosed = await this.uow.run(async () => {
        const application = await this.applications.lock(id);
        if (!application || !(states as string[]).includes(application.state)) return false;
        const [posting] = await this.postings.findAny([jobPostingId]);
        if (posting?.state !== 'CLOSED') return false;
        if (application.state === 'OFFERED') {
          await this.offers.settle(id, 'WITHDRAWN');
          await this.steps.end(SYSTEM, application, 'withdrawOffer', 'PLATFORM', reason);
        } else {
          await this.steps.end(SYSTEM, application, 'close', 'PLATFORM', reason);
        }
        return true;
      });
      if (isClosed) count += 1;
    }
    return count;
  }
}
