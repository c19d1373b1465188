import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox, type EventDefinition } from '../../../core/events/index.js';
import { JobPostingReviewRepository } from '../review/job-posting-review.repository.js';
import {
  jobPostingClosed,
  jobPostingPaused,
  jobPostingPublished,
  jobPostingReopened,
  jobPostingResumed,
  jobPostingRevised,
  jobPostingSubmitted,
} from './job-posting.events.js';
import {
  CLOSE_CAUSES,
  jobPostingMachine,
  type JobPostingParty,
  type JobPostingTransition,
} from './job-posting.machine.js';
import type { JobPosting } from './job-posting.model.js';
import { JobPostingRepository, type JobPostingColumns } from './job-posting.repository.js';

export interface JobPostingChange {
  readonly transition: JobPostingTransition;
  readonly by: JobPostingParty;
  readonly columns?: JobPostingColumns;
  readonly reason?: string | null;
}

type PostingEvent = EventDefinition<{ jobPostingId: string }>;

/** What each transition tells the others; closings all tell `jobPostingClosed` with their cause. */
const EVENTS: Readonly<Partial<Record<JobPostingTransition, PostingEvent>>> = {
  submit: jobPostingSubmitted,
  approve: jobPostingPublished,
  release: jobPostingPublished,
  revise: jobPostingRevised,
  pause: jobPostingPaused,
  resume: jobPostingResumed,
  reopen: jobPostingReopened,
};

/** Ways out of a review that are its decision. */
const DECISIONS: readonly JobPostingTransition[] = ['approve', 'schedule', 'return'];

/** The one way a posting's state changes: by its machine, with history and event, within the caller's unit of work. */
@Injectable()
export class PostingSteps {
  constructor(
    private readonly postings: JobPostingRepository,
    private readonly reviews: JobPostingReviewRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The posting is locked by the caller. */
  async change(actor: Actor, posting: JobPosting, change: JobPostingChange): Promise<void> {
    const { transition, by, reason = null } = change;
    const { id, state: from } = posting;
    const to = jobPostingMachine.next(from, transition, by);
    const step = { transition, from, to, actorId: actor.accountId ?? actor.apiKeyId, reason };
    const columns = { ...this.impliedBy(transition, posting), ...change.columns };
    if (!(await this.postings.take(id, step, columns))) throw requestErrors.STALE();
    if (from === 'IN_REVIEW' && !DECISIONS.includes(transition)) await this.reviews.dropPending(id);
    await this.announce(id, transition);
  }

  /** Columns that follow from the state itself. */
  private impliedBy(transition: JobPostingTransition, posting: JobPosting): JobPostingColumns {
    const now = this.clock.now();
    const to = jobPostingMachine.transitions[transition].to;
    if (to === 'CLOSED')
      return { closeCause: CLOSE_CAUSES[transition] ?? null, closedAt: now, pausedUntil: null };
    if (to === 'PUBLISHED')
      return {
        publishedAt: posting.publishedAt ?? now,
        publishAt: null,
        closeCause: null,
        closedAt: null,
        pausedUntil: null,
      };
    return to === 'PAUSED' ? {} : { pausedUntil: null };
  }

  private async announce(id: string, transition: JobPostingTransition): Promise<void> {
    const subject = { type: 'jobPosting', id };
    const cause = CLOSE_CAUSES[transition];
    if (cause) await this.outbox.record(jobPostingClosed, { jobPostingId: id, cause }, subject);
    const event = EVENTS[transition];
    if (event) await this.outbox.record(event, { jobPostingId: id }, subject);
  }
}
