import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { JobPostingReviewRepository } from '../review/job-posting-review.repository.js';
import { discardSchema, type DiscardJobPostingInput } from './discard.inputs.js';
import { jobPostingErrors } from './job-posting.errors.js';
import { mayManage } from './job-posting.policy.js';
import { JobPostingRepository } from './job-posting.repository.js';
import { staysOnRecord } from './job-posting.rules.js';

/**
 * Throwing away what was begun by mistake. Nobody outside the organisation has had it before them, so nothing is kept of it
 * but the entry of the audit; what was ever handed in or public stays.
 */
@Injectable()
export class PostingDiscardService {
  constructor(
    private readonly postings: JobPostingRepository,
    private readonly reviews: JobPostingReviewRepository,
  ) {}

  async discard(actor: Actor, input: DiscardJobPostingInput): Promise<string> {
    const { jobPostingId, version } = parseInput(discardSchema, input);
    const posting = await this.postings.lock(jobPostingId);
    if (!posting || !mayManage(actor, posting.organisationId))
      throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
    if (posting.state !== 'DRAFT')
      throw jobPostingErrors.WRONG_STATE({
        params: { state: posting.state, transition: 'discard' },
      });
    if (staysOnRecord(posting, await this.reviews.existsFor(jobPostingId)))
      throw jobPostingErrors.ON_RECORD({ field: ['jobPostingId'] });
    if (version !== posting.version) throw requestErrors.STALE({ field: ['version'] });
    await this.postings.removeDraft(jobPostingId);
    return jobPostingId;
  }
}
