import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { jobPostingErrors } from '../posting/job-posting.errors.js';
import { jobPostingChanged, jobPostingFilled } from '../posting/job-posting.events.js';
import { jobPostingMachine } from '../posting/job-posting.machine.js';
import type { JobPosting } from '../posting/job-posting.model.js';
import { JobPostingRepository } from '../posting/job-posting.repository.js';
import { PostingSteps } from '../posting/posting-steps.service.js';
import { SeatsRepository } from './seats.repository.js';

/**
 * Seats of a posting, for the module that hires. Both commands join the caller's unit of work, so that an accepted offer
 * and its seat are there together or not at all. An offer outlives the end of intake: a stopped or expired posting still
 * gives its seats, a removed one does not.
 */
@Injectable()
export class JobPostingSeats {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly seats: SeatsRepository,
    private readonly postings: JobPostingRepository,
    private readonly steps: PostingSteps,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Takes one seat; with the last one the posting closes as filled. Refused when none is left. */
  async takeSeat(jobPostingId: string): Promise<void> {
    this.requireUnit();
    const isTaken = await this.seats.take(jobPostingId);
    const posting = await this.require(jobPostingId);
    if (!isTaken) throw refusalOf(posting);
    if (posting.freeSeats !== 0 || !jobPostingMachine.can(posting.state, 'fill', 'PLATFORM')) {
      await this.announceChange(jobPostingId);
      return;
    }
    await this.steps.change(SYSTEM, posting, { transition: 'fill', by: 'PLATFORM' });
    await this.outbox.record(
      jobPostingFilled,
      { jobPostingId },
      { type: 'jobPosting', id: jobPostingId },
    );
  }

  /** Gives a seat back; a posting that closed as filled opens again while it is valid. */
  async releaseSeat(jobPostingId: string): Promise<void> {
    this.requireUnit();
    const isReleased = await this.seats.release(jobPostingId);
    const posting = await this.require(jobPostingId);
    if (!isReleased) throw jobPostingErrors.NO_SEAT_TAKEN();
    if (!(await this.reopens(posting))) {
      await this.announceChange(jobPostingId);
      return;
    }
    await this.steps.change(SYSTEM, posting, { transition: 'reopen', by: 'PLATFORM' });
  }

  private async reopens(posting: JobPosting): Promise<boolean> {
    const { closeCause, validThrough, organisationId, fingerprint, id } = posting;
    if (closeCause !== 'FILLED' || validThrough === null || organisationId === null) return false;
    if (validThrough < this.clock.today()) return false;
    // The employer has posted the same again meanwhile: that one is open.
    return (await this.postings.findOpenDuplicate(organisationId, fingerprint, id)) === null;
  }

  private async require(jobPostingId: string): Promise<JobPosting> {
    const posting = await this.postings.lock(jobPostingId);
    if (!posting) throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
    return posting;
  }

  private announceChange(jobPostingId: string): Promise<void> {
    return this.outbox.record(
      jobPostingChanged,
      { jobPostingId },
      { type: 'jobPosting', id: jobPostingId },
    );
  }

  private requireUnit(): void {
    if (!this.uow.isOpen) throw new Error('A seat changes hands within a unit of work only');
  }
}

function refusalOf(posting: JobPosting) {
  const field = ['jobPostingId'];
  if (posting.publication === 'EXTERNAL') return jobPostingErrors.EXTERNAL({ field });
  const isFull = posting.freeSeats !== null && posting.freeSeats <= 0;
  return isFull ? jobPostingErrors.NO_SEAT_LEFT({ field }) : jobPostingErrors.NOT_OPEN({ field });
}
