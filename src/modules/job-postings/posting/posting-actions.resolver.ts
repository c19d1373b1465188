import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { JOB_POSTING_MANAGE } from '../job-postings.permissions.js';
import { DiscardJobPostingInput } from './discard.inputs.js';
import {
  ClaimJobPostingInput,
  CreateJobPostingInput,
  JobPostingIdInput,
  PauseJobPostingInput,
  StopJobPostingInput,
  SubmitJobPostingInput,
  UpdateJobPostingInput,
} from './job-posting.inputs.js';
import { DiscardJobPostingPayload, JobPostingPayload } from './job-posting.payloads.js';
import { JobPostingReader } from './job-posting.reader.js';
import { PostingDiscardService } from './posting-discard.service.js';
import { PostingDraftsService } from './posting-drafts.service.js';
import { PostingRunningService } from './posting-running.service.js';
import { PostingSubmissionService } from './posting-submission.service.js';

/** The employer's side. */
@Resolver()
export class PostingActionsResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly drafts: PostingDraftsService,
    private readonly discards: PostingDiscardService,
    private readonly submission: PostingSubmissionService,
    private readonly running: PostingRunningService,
    private readonly reader: JobPostingReader,
  ) {}

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingPayload, {
    description: 'Writes a new posting as a draft. Requires: JOB_POSTING_MANAGE.',
  })
  createJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Its content, as far as it is known.' })
    input: CreateJobPostingInput,
  ): Promise<JobPostingPayload> {
    return this.act(actor, 'createJobPosting', input, () => this.drafts.create(actor, input));
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingPayload, {
    description:
      'Changes a posting. A published one goes back to the bureau when the change is material: what people applied for. Requires: JOB_POSTING_MANAGE.',
  })
  updateJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting, and what to change.' })
    input: UpdateJobPostingInput,
  ): Promise<JobPostingPayload> {
    return this.act(actor, 'updateJobPosting', {}, () => this.drafts.update(actor, input));
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => DiscardJobPostingPayload, {
    description:
      'Deletes a draft that was never handed in, with all that belongs to it. Requires: JOB_POSTING_MANAGE.',
  })
  async discardJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which draft, as it was looked at.' })
    input: DiscardJobPostingInput,
  ): Promise<DiscardJobPostingPayload> {
    const discardedJobPostingId = await this.actions.run(actor, 'discardJobPosting', input, () =>
      this.discards.discard(actor, input),
    );
    return { discardedJobPostingId };
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingPayload, {
    description: 'Hands a complete draft to the bureau in charge. Requires: JOB_POSTING_MANAGE.',
  })
  submitJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting, and when to publish it.' })
    input: SubmitJobPostingInput,
  ): Promise<JobPostingPayload> {
    return this.act(actor, 'submitJobPosting', input, () => this.submission.submit(actor, input));
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingPayload, {
    description:
      'Takes a posting back from the bureau, or before its set time, to change it. Requires: JOB_POSTING_MANAGE.',
  })
  recallJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting.' }) input: JobPostingIdInput,
  ): Promise<JobPostingPayload> {
    return this.act(actor, 'recallJobPosting', {}, () => this.submission.recall(actor, input));
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingPayload, {
    description: 'Stops taking applications for a while. Requires: JOB_POSTING_MANAGE.',
  })
  pauseJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting, and until when.' }) input: PauseJobPostingInput,
  ): Promise<JobPostingPayload> {
    return this.act(actor, 'pauseJobPosting', {}, () => this.running.pause(actor, input));
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingPayload, {
    description: 'Takes applications again after a pause. Requires: JOB_POSTING_MANAGE.',
  })
  resumeJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting.' }) input: JobPostingIdInput,
  ): Promise<JobPostingPayload> {
    return this.act(actor, 'resumeJobPosting', {}, () => this.running.resume(actor, input));
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingPayload, {
    description: 'Closes a posting for good. Requires: JOB_POSTING_MANAGE.',
  })
  stopJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting, and why.' }) input: StopJobPostingInput,
  ): Promise<JobPostingPayload> {
    return this.act(actor, 'stopJobPosting', {}, () => this.running.stop(actor, input));
  }

  @RequirePermission(JOB_POSTING_MANAGE)
  @Mutation(() => JobPostingPayload, {
    description:
      'Makes an external posting that names the organisation its own draft, to complete; the source stays written on it. Requires: JOB_POSTING_MANAGE.',
  })
  claimJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting, for which organisation.' })
    input: ClaimJobPostingInput,
  ): Promise<JobPostingPayload> {
    return this.act(actor, 'claimJobPosting', input, () => this.running.claim(actor, input));
  }

  private async act(
    actor: Actor,
    name: string,
    input: object,
    act: () => Promise<string>,
  ): Promise<JobPostingPayload> {
    const id = await this.actions.run(actor, name, input, act);
    return { jobPosting: await this.reader.requireById(id) };
  }
}
