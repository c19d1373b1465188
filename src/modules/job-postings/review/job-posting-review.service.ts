import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { Outbox } from '../../../core/events/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { jobPostingErrors } from '../posting/job-posting.errors.js';
import { jobPostingReviewed } from '../posting/job-posting.events.js';
import type { JobPosting } from '../posting/job-posting.model.js';
import { isInCharge, isMember } from '../posting/job-posting.policy.js';
import { JobPostingRepository } from '../posting/job-posting.repository.js';
import { PostingSteps } from '../posting/posting-steps.service.js';
import { JobPostingReviewRepository, type ReviewRow } from './job-posting-review.repository.js';
import {
  approveSchema,
  returnSchema,
  type ApproveJobPostingInput,
  type ReturnJobPostingInput,
} from './review.inputs.js';

/** The bureau's decision about a posting: of exactly the version that was looked at, never of one's own organisation. */
@Injectable()
export class JobPostingReviewService {
  constructor(
    private readonly reviews: JobPostingReviewRepository,
    private readonly postings: JobPostingRepository,
    private readonly steps: PostingSteps,
    private readonly organisations: OrganisationReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Publishes at once, or schedules where the employer named a time that has not passed. Answers the posting's id. */
  async approve(actor: Actor, input: ApproveJobPostingInput): Promise<string> {
    const { reviewId, remark = null } = parseInput(approveSchema, input);
    const { review, posting } = await this.requirePending(actor, reviewId);
    const { standing } = await this.organisations.requireById(posting.organisationId ?? '');
    if (standing !== 'VERIFIED') throw jobPostingErrors.ORGANISATION_NOT_VERIFIED();
    if (posting.validThrough !== null && posting.validThrough < this.clock.today())
      throw jobPostingErrors.VALIDITY_PAST();
    const waits = posting.publishAt !== null && posting.publishAt > this.clock.now();
    await this.decide(actor, review, 'APPROVED', remark);
    await this.steps.change(actor, posting, {
      transition: waits ? 'schedule' : 'approve',
      by: 'BUREAU',
      reason: remark,
    });
    return posting.id;
  }

  async return(actor: Actor, input: ReturnJobPostingInput): Promise<string> {
    const { reviewId, remark } = parseInput(returnSchema, input);
    const { review, posting } = await this.requirePending(actor, reviewId);
    await this.decide(actor, review, 'RETURNED', remark);
    await this.steps.change(actor, posting, {
      transition: 'return',
      by: 'BUREAU',
      columns: { publishAt: null },
      reason: remark,
    });
    return posting.id;
  }

  private async decide(
    actor: Actor,
    review: ReviewRow,
    outcome: 'APPROVED' | 'RETURNED',
    remark: string | null,
  ): Promise<void> {
    const decision = { decidedBy: actor.accountId ?? actor.apiKeyId, remark };
    if (!(await this.reviews.decide(review.id, outcome, decision)))
      throw jobPostingErrors.REVIEW_OVER({ field: ['reviewId'] });
    const { jobPostingId } = review;
    await this.outbox.record(
      jobPostingReviewed,
      { jobPostingId, outcome },
      { type: 'jobPosting', id: jobPostingId },
    );
  }

  private async requirePending(
    actor: Actor,
    reviewId: string,
  ): Promise<{ review: ReviewRow; posting: JobPosting }> {
    const found = await this.reviews.find(reviewId);
    const posting = found && (await this.postings.lock(found.jobPostingId));
    // Read anew under the lock: the employer may have recalled it.
    const review = posting && isInCharge(actor, posting) && (await this.reviews.find(reviewId));
    if (!review) throw requestErrors.NOT_FOUND({ field: ['reviewId'] });
    if (isMember(actor, posting.organisationId)) throw jobPostingErrors.OWN_ORGANISATION();
    if (review.state !== 'PENDING') throw jobPostingErrors.REVIEW_OVER({ field: ['reviewId'] });
    return { review, posting };
  }
}
