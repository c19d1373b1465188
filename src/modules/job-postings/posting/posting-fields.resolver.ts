import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import { Organisation, OrganisationLoader } from '../../organisations/index.js';
import {
  EducationLevel,
  Industry,
  Occupation,
  ReferenceReader,
  Region,
  SkillLevel,
} from '../../reference-data/index.js';
import { AudienceLoader } from '../audience/audience.loader.js';
import { JobPostingAudience } from '../audience/audience.model.js';
import { BookmarkedLoader } from '../bookmark/bookmarked.loader.js';
import { JobPostingRequirement } from '../requirement/requirement.model.js';
import { RequirementLoader } from '../requirement/requirement.loader.js';
import { LatestReviewLoader } from '../review/job-posting-review.loader.js';
import { JobPostingReview } from '../review/review.model.js';
import { HistoryLoader } from './history.loader.js';
import { JobPostingHistoryEntry } from './history.model.js';
import { JobPosting } from './job-posting.model.js';
import { isInCharge, isMember } from './job-posting.policy.js';
import { JobPostingViewerCan, viewerCan } from './viewer-can.js';

/** Relations and guarded fields of a posting; none of them asks the database once per row. */
@Resolver(() => JobPosting)
export class PostingFieldsResolver {
  constructor(
    private readonly reference: ReferenceReader,
    private readonly organisations: OrganisationLoader,
    private readonly requirementLoader: RequirementLoader,
    private readonly audienceLoader: AudienceLoader,
    private readonly reviewLoader: LatestReviewLoader,
    private readonly historyLoader: HistoryLoader,
    private readonly bookmarked: BookmarkedLoader,
  ) {}

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'The employer; null while an external posting has not been claimed.',
  })
  async organisation(@Parent() { organisationId }: JobPosting): Promise<Organisation | null> {
    return organisationId === null ? null : this.organisations.load(organisationId);
  }

  @ResolveField(() => Region, {
    nullable: true,
    description: 'Region of the place of work; null while missing.',
  })
  async region(@Parent() { regionId }: JobPosting): Promise<Region | null> {
    return regionId === null ? null : this.reference.findRegion(regionId);
  }

  @ResolveField(() => Occupation, {
    nullable: true,
    description: 'Occupation; null when not given.',
  })
  async occupation(@Parent() { occupationCode }: JobPosting): Promise<Occupation | null> {
    return occupationCode === null ? null : this.reference.findOccupation(occupationCode);
  }

  @ResolveField(() => Industry, { nullable: true, description: 'Industry; null when not given.' })
  async industry(@Parent() { industryCode }: JobPosting): Promise<Industry | null> {
    return industryCode === null ? null : this.reference.findIndustry(industryCode);
  }

  @ResolveField(() => EducationLevel, {
    nullable: true,
    description: 'Lowest education level; null when none is asked for.',
  })
  async educationLevel(
    @Parent() { educationLevelCode }: JobPosting,
  ): Promise<EducationLevel | null> {
    return educationLevelCode === null
      ? null
      : this.reference.findEducationLevel(educationLevelCode);
  }

  @ResolveField(() => SkillLevel, {
    nullable: true,
    description: 'Lowest skill level; null when none is asked for.',
  })
  async skillLevel(@Parent() { skillLevelCode }: JobPosting): Promise<SkillLevel | null> {
    return skillLevelCode === null ? null : this.reference.findSkillLevel(skillLevelCode);
  }

  @ResolveField(() => [JobPostingRequirement], {
    description: 'What a machine can check about applicants, musts first; at most 50.',
  })
  requirements(@Parent() { id }: JobPosting): Promise<readonly JobPostingRequirement[]> {
    return this.requirementLoader.load(id);
  }

  @ResolveField(() => JobPostingAudience, { description: 'Who may see it.' })
  async audience(@Parent() { id }: JobPosting): Promise<JobPostingAudience> {
    return (
      (await this.audienceLoader.load(id)) ?? {
        rule: 'EVERYONE',
        partnersUntil: null,
        collegeIds: [],
      }
    );
  }

  @ResolveField(() => JobPostingReview, {
    nullable: true,
    description:
      'Its latest review; null when there is none, and unless the viewer belongs to its organisation or the bureau in charge.',
  })
  async latestReview(
    @CurrentActor() actor: Actor,
    @Parent() posting: JobPosting,
  ): Promise<JobPostingReview | null> {
    return seesInternals(actor, posting) ? this.reviewLoader.load(posting.id) : null;
  }

  @ResolveField(() => [JobPostingHistoryEntry], {
    nullable: true,
    description:
      'Its latest changes of state, at most 50, in their order; null unless the viewer belongs to its organisation or the bureau in charge.',
  })
  async history(
    @CurrentActor() actor: Actor,
    @Parent() posting: JobPosting,
  ): Promise<readonly JobPostingHistoryEntry[] | null> {
    return seesInternals(actor, posting) ? this.historyLoader.load(posting.id) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer has bookmarked it.' })
  async isBookmarked(@CurrentActor() actor: Actor, @Parent() { id }: JobPosting): Promise<boolean> {
    return actor.accountId !== null && (await this.bookmarked.load(id)) === true;
  }

  @ResolveField(() => JobPostingViewerCan, { description: 'What the viewer may do with it now.' })
  async viewerCan(
    @CurrentActor() actor: Actor,
    @Parent() posting: JobPosting,
  ): Promise<JobPostingViewerCan> {
    // Only of a draft it matters whether the bureau was ever asked.
    const wasReviewed =
      posting.state === 'DRAFT' && (await this.reviewLoader.load(posting.id)) !== null;
    return viewerCan(actor, posting, wasReviewed);
  }
}

function seesInternals(actor: Actor, posting: JobPosting): boolean {
  const isBureau = posting.state !== 'DRAFT' && isInCharge(actor, posting);
  return isMember(actor, posting.organisationId) || isBureau;
}
