import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { DateTimeScalar, PageArgs, type Connection } from '../../../core/graphql/index.js';
import { APPLICATION_DECIDE } from '../../applications/index.js';
import { JobPosting, JobPostingLoader } from '../../job-postings/index.js';
import { JobSeekerProfile } from '../../profiles/index.js';
import {
  CandidateInvitation,
  CandidateInvitationConnection,
  InviteCandidateInput,
  InviteCandidatePayload,
} from './invitation.model.js';
import { InvitationService } from './invitation.service.js';

@Resolver(() => CandidateInvitation)
export class InvitationResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: InvitationService,
    private readonly postings: JobPostingLoader,
  ) {}

  @RequirePermission(APPLICATION_DECIDE)
  @Mutation(() => InviteCandidatePayload, {
    description:
      'Invites a person who is recommended for an own open posting, or lets employers find them, to apply; once for a posting, 50 a day for an organisation. Requires: APPLICATION_DECIDE.',
  })
  async inviteCandidate(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Whom, and to what.' }) input: InviteCandidateInput,
  ): Promise<InviteCandidatePayload> {
    const profileId = await this.actions.run(actor, 'inviteCandidate', input, () =>
      this.service.invite(actor, input),
    );
    return { profileId, userErrors: [] };
  }

  @Authenticated()
  @Query(() => CandidateInvitationConnection, {
    nullable: true,
    description:
      'Open postings that employers invited the viewer to, latest first; null without a profile. Requires: being signed in.',
  })
  myInvitations(
    @CurrentActor() actor: Actor,
    @Args() page: PageArgs,
  ): Promise<Connection<CandidateInvitation> | null> {
    return this.service.own(actor, page);
  }

  @ResolveField(() => JobPosting, { nullable: true, description: 'The posting.' })
  jobPosting(@Parent() { jobPostingId }: CandidateInvitation): Promise<JobPosting | null> {
    return this.postings.load(jobPostingId);
  }
}

@Resolver(() => JobSeekerProfile)
export class ProfileInvitationResolver {
  constructor(private readonly service: InvitationService) {}

  @ResolveField(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the viewer’s organisation invited the person to apply for a posting of its own; null when it did not.',
  })
  invitedAt(
    @CurrentActor() actor: Actor,
    @Parent() { id }: JobSeekerProfile,
    @Args('jobPostingId', { type: () => ID, description: 'An own posting.' }) jobPostingId: string,
  ): Promise<Date | null> {
    return this.service.sentByViewer(actor, { profileId: id, jobPostingId });
  }
}

@Resolver(() => JobPosting)
export class PostingInvitationResolver {
  constructor(private readonly service: InvitationService) {}

  @ResolveField(() => DateTimeScalar, {
    nullable: true,
    description: 'When its employer invited the viewer to apply; null when nobody did.',
  })
  invitedAt(@CurrentActor() actor: Actor, @Parent() { id }: JobPosting): Promise<Date | null> {
    return this.service.sentToViewer(actor, id);
  }
}
