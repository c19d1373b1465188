import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { JOB_POSTING_REVIEW } from '../job-postings.permissions.js';
import { RemoveJobPostingInput } from '../posting/job-posting.inputs.js';
import { JobPostingLoader } from '../posting/job-posting.loader.js';
import { JobPosting } from '../posting/job-posting.model.js';
import { JobPostingPayload } from '../posting/job-posting.payloads.js';
import { JobPostingReader } from '../posting/job-posting.reader.js';
import { PostingRunningService } from '../posting/posting-running.service.js';
import { JobPostingReviewReader } from './job-posting-review.reader.js';
import { JobPostingReviewService } from './job-posting-review.service.js';
import {
  ApproveJobPostingInput,
  JobPostingReviewQueueArgs,
  ReturnJobPostingInput,
} from './review.inputs.js';
import { JobPostingReview, JobPostingReviewConnection } from './review.model.js';

/** The bureau's side. */
@Resolver(() => JobPostingReview)
export class JobPostingReviewResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: JobPostingReviewService,
    private readonly running: PostingRunningService,
    private readonly reviews: JobPostingReviewReader,
    private readonly postings: JobPostingReader,
    private readonly loader: JobPostingLoader,
  ) {}

  @RequirePermission(JOB_POSTING_REVIEW)
  @Query(() => JobPostingReviewConnection, {
    description:
      'Postings waiting for the viewer’s bureau, most urgent first. Requires: JOB_POSTING_REVIEW.',
  })
  jobPostingReviewQueue(
    @CurrentActor() actor: Actor,
    @Args() args: JobPostingReviewQueueArgs,
  ): Promise<Connection<JobPostingReview>> {
    return this.reviews.queue(actor, args);
  }

  @RequirePermission(JOB_POSTING_REVIEW)
  @Mutation(() => JobPostingPayload, {
    description:
      'Approves a posting, which publishes it at once or at the time its employer set. Requires: JOB_POSTING_REVIEW.',
  })
  async approveJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which review, and a remark.' }) input: ApproveJobPostingInput,
  ): Promise<JobPostingPayload> {
    const id = await this.actions.run(actor, 'approveJobPosting', {}, () =>
      this.service.approve(actor, input),
    );
    return { jobPosting: await this.postings.requireById(id) };
  }

  @RequirePermission(JOB_POSTING_REVIEW)
  @Mutation(() => JobPostingPayload, {
    description: 'Returns a posting to its employer to be changed. Requires: JOB_POSTING_REVIEW.',
  })
  async returnJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which review, and what is to be changed.' })
    input: ReturnJobPostingInput,
  ): Promise<JobPostingPayload> {
    const id = await this.actions.run(actor, 'returnJobPosting', {}, () =>
      this.service.return(actor, input),
    );
    return { jobPosting: await this.postings.requireById(id) };
  }

  @RequirePermission(JOB_POSTING_REVIEW)
  @Mutation(() => JobPostingPayload, {
    description: 'Removes a posting for good. Requires: JOB_POSTING_REVIEW.',
  })
  async removeJobPosting(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which posting, and why.' }) input: RemoveJobPostingInput,
  ): Promise<JobPostingPayload> {
    const id = await this.actions.run(actor, 'removeJobPosting', {}, () =>
      this.running.remove(actor, input),
    );
    return { jobPosting: await this.postings.requireById(id) };
  }

  @ResolveField(() => JobPosting, { nullable: true, description: 'The posting under review.' })
  jobPosting(@Parent() { jobPostingId }: JobPostingReview): Promise<JobPosting | null> {
    return this.loader.load(jobPostingId);
  }
}
