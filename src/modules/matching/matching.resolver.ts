import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../core/auth/index.js';
import type { Connection } from '../../core/graphql/index.js';
import { APPLICATION_DECIDE } from '../applications/index.js';
import { JobPosting, JobPostingLoader } from '../job-postings/index.js';
import { MatchWords } from './match-words.js';
import { MatchReason, Recommendation, RecommendationConnection } from './matching.model.js';
import { MyRecommendationsArgs, RecommendedCandidatesArgs } from './recommendation.inputs.js';
import { RecommendationService } from './recommendation.service.js';

@Resolver(() => Recommendation)
export class RecommendationResolver {
  constructor(
    private readonly service: RecommendationService,
    private readonly postings: JobPostingLoader,
    private readonly words: MatchWords,
  ) {}

  @Authenticated()
  @Query(() => RecommendationConnection, {
    nullable: true,
    description:
      'Postings recommended to the viewer that are open now, best first; null without a profile. Requires: being signed in.',
  })
  myRecommendations(
    @CurrentActor() actor: Actor,
    @Args() args: MyRecommendationsArgs,
  ): Promise<Connection<Recommendation> | null> {
    return this.service.own(actor, args);
  }

  @RequirePermission(APPLICATION_DECIDE)
  @Query(() => RecommendationConnection, {
    nullable: true,
    description:
      'People recommended for an own posting who let employers find them; null when there is no such posting. Requires: APPLICATION_DECIDE.',
  })
  recommendedCandidates(
    @CurrentActor() actor: Actor,
    @Args() args: RecommendedCandidatesArgs,
  ): Promise<Connection<Recommendation> | null> {
    return this.service.forPosting(actor, args);
  }

  @ResolveField(() => JobPosting, { nullable: true, description: 'The posting.' })
  jobPosting(@Parent() { jobPostingId }: Recommendation): Promise<JobPosting | null> {
    return this.postings.load(jobPostingId);
  }

  @ResolveField(() => ID, { name: 'profileId', description: 'The person, as a profile id.' })
  person(@Parent() { profileId }: Recommendation): string {
    return profileId;
  }

  @ResolveField(() => [MatchReason], {
    description: 'Reasons whose points add up to the score, at most 8.',
  })
  reasons(@Parent() { terms }: Recommendation): Promise<MatchReason[]> {
    return this.words.reasons(terms);
  }
}
