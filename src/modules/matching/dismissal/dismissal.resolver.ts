import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { Authenticated, CurrentActor, type Actor } from '../../../core/auth/index.js';
import { PageArgs, type Connection } from '../../../core/graphql/index.js';
import { JobPosting, JobPostingLoader } from '../../job-postings/index.js';
import {
  DismissRecommendationInput,
  DismissRecommendationPayload,
  RecommendationDismissal,
  RecommendationDismissalConnection,
  RestoreRecommendationInput,
  RestoreRecommendationPayload,
} from './dismissal.model.js';
import { DismissalService } from './dismissal.service.js';

@Resolver(() => RecommendationDismissal)
export class DismissalResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: DismissalService,
    private readonly postings: JobPostingLoader,
  ) {}

  @Authenticated()
  @Query(() => RecommendationDismissalConnection, {
    nullable: true,
    description:
      'Postings that the viewer does not want to be recommended, latest first; null without a profile. Requires: being signed in.',
  })
  myDismissals(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Connection<RecommendationDismissal> | null> {
    return this.service.own(actor, page);
  }

  @Authenticated()
  @Mutation(() => DismissRecommendationPayload, {
    description:
      'Takes a recommendation off the own list until it is restored, with what the reason covers. Requires: being signed in.',
  })
  async dismissRecommendation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one, and why.' }) input: DismissRecommendationInput,
  ): Promise<DismissRecommendationPayload> {
    const recommendationId = await this.actions.run(actor, 'dismissRecommendation', input, () =>
      this.service.dismiss(actor, input),
    );
    const dismissal = await this.service.find(actor, recommendationId);
    return { recommendationId, dismissal, userErrors: [] };
  }

  @Authenticated()
  @Mutation(() => RestoreRecommendationPayload, {
    description:
      'Takes a dismissal back: within moments the posting is recommended again, as far as it fits. Requires: being signed in.',
  })
  async restoreRecommendation(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which one.' }) input: RestoreRecommendationInput,
  ): Promise<RestoreRecommendationPayload> {
    const restored = await this.actions.run(actor, 'restoreRecommendation', input, () =>
      this.service.restore(actor, input),
    );
    return { jobPostingId: restored === input.recommendationId ? null : restored, userErrors: [] };
  }

  @ResolveField(() => JobPosting, {
    nullable: true,
    description: 'The posting, open or not; null once it is deleted.',
  })
  async jobPosting(
    @Parent() { jobPostingId }: RecommendationDismissal,
  ): Promise<JobPosting | null> {
    return jobPostingId === null ? null : this.postings.load(jobPostingId);
  }
}
