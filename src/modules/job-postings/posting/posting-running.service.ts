import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { OrganisationReader } from '../../organisations/index.js';
import { jobPostingErrors } from './job-posting.errors.js';
import {
  claimSchema,
  pauseSchema,
  postingIdSchema,
  removeSchema,
  stopSchema,
  type ClaimJobPostingInput,
  type JobPostingIdInput,
  type PauseJobPostingInput,
  type RemoveJobPostingInput,
  type StopJobPostingInput,
} from './job-posting.inputs.js';
import { ClaimedPostings } from './claimed-postings.js';
import type { JobPosting } from './job-posting.model.js';
import { isInCharge, isMember, mayManage } from './job-posting.policy.js';
import { JobPostingRepository } from './job-posting.repository.js';
import { dayColumn } from './posting-content.service.js';
import { PostingSteps } from './posting-steps.service.js';

/** What is done with a posting once it is there: pausing, stopping, removing, and claiming one from elsewhere. */
@Injectable()
export class PostingRunningService {
  constructor(
    private readonly postings: JobPostingRepository,
    private readonly steps: PostingSteps,
    private readonly claims: ClaimedPostings,
    private readonly organisations: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  async pause(actor: Actor, input: PauseJobPostingInput): Promise<string> {
    const { jobPostingId, until = null } = parseInput(pauseSchema, input);
    const posting = await this.requireManaged(actor, jobPostingId);
    const { validThrough } = posting;
    if (until !== null) {
      const isWithin = validThrough === null || until <= validThrough;
      if (until <= this.clock.today() || !isWithin)
        throw jobPostingErrors.PAUSE_UNTIL({ field: ['until'] });
    }
    await this.steps.change(actor, posting, {
      transition: 'pause',
      by: 'EMPLOYER',
      columns: { pausedUntil: until === null ? null : dayColumn(until) },
    });
    return jobPostingId;
  }

  async resume(actor: Actor, input: JobPostingIdInput): Promise<string> {
    const { jobPostingId } = parseInput(postingIdSchema, input);
    const posting = await this.requireManaged(actor, jobPostingId);
    await this.steps.change(actor, posting, { transition: 'resume', by: 'EMPLOYER' });
    return jobPostingId;
  }

  async stop(actor: Actor, input: StopJobPostingInput): Promise<string> {
    const { jobPostingId, reason = null } = parseInput(stopSchema, input);
    const posting = await this.requireManaged(actor, jobPostingId);
    await this.steps.change(actor, posting, { transition: 'stop', by: 'EMPLOYER', reason });
    return jobPostingId;
  }

  /** By the bureau in charge, whatever the employer says. */
  async remove(actor: Actor, input: RemoveJobPostingInput): Promise<string> {
    const { jobPostingId, reason } = parseInput(removeSchema, input);
    const posting = await this.postings.lock(jobPostingId);
    if (!posting || posting.state === 'DRAFT' || !isInCharge(actor, posting))
      throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
    if (isMember(actor, posting.organisationId)) throw jobPostingErrors.OWN_ORGANISATION();
    await this.steps.change(actor, posting, { transition: 'remove', by: 'BUREAU', reason });
    return jobPostingId;
  }

  /** The employer an external posting names makes it his own draft, to complete; its source stays written on it. */
  async claim(actor: Actor, input: ClaimJobPostingInput): Promise<string> {
    const { jobPostingId, organisationId } = parseInput(claimSchema, input);
    if (!mayManage(actor, organisationId))
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    const organisation = await this.organisations.requireById(organisationId);
    const posting = await this.postings.lock(jobPostingId);
    const isOthersOwn =
      posting?.publication === 'OWN' && posting.source === null && posting.state !== 'PUBLISHED';
    if (!posting || isOthersOwn) throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
    await this.claims.claim(actor, posting, organisation);
    return jobPostingId;
  }

  private async requireManaged(actor: Actor, id: string): Promise<JobPosting> {
    const posting = await this.postings.lock(id);
    if (!posting || !mayManage(actor, posting.organisationId))
      throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
    return posting;
  }
}
