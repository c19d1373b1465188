import { Injectable } from '@nestjs/common';
import { holds, type Actor } from '../../core/auth/index.js';
import type { Connection } from '../../core/graphql/index.js';
import { APPLICATION_DECIDE } from '../applications/index.js';
import { JobPostingReader } from '../job-postings/index.js';
import { actingAccount } from '../organisations/index.js';
import { ProfileReader } from '../profiles/index.js';
import type { Recommendation } from './matching.model.js';
import { RecommendationFilters } from './recommendation-filters.js';
import type { MyRecommendationsArgs, RecommendedCandidatesArgs } from './recommendation.inputs.js';
import { RecommendationReader } from './recommendation.reader.js';

/** Recommendations for whom they are meant; postings and people are re-checked at the moment of showing. */
@Injectable()
export class RecommendationService {
  constructor(
    private readonly reader: RecommendationReader,
    private readonly filters: RecommendationFilters,
    private readonly profiles: ProfileReader,
    private readonly postings: JobPostingReader,
  ) {}

  /** The viewer's own list; null without a profile. What is no longer open is left out. */
  async own(actor: Actor, args: MyRecommendationsArgs): Promise<Connection<Recommendation> | null> {
    const conditions = await this.filters.ofPostings(actor, args.filter ?? {});
    const profile = await this.profiles.findByAccount(actingAccount(actor));
    return profile && this.reader.forProfile(profile.id, conditions, args);
  }

  /** People for an own posting, as far as they let this employer find them; null when it is not the viewer's. */
  async forPosting(
    actor: Actor,
    args: RecommendedCandidatesArgs,
  ): Promise<Connection<Recommendation> | null> {
    const conditions = await this.filters.ofPeople(actor, args.filter ?? {});
    const posting = await this.postings.find(actor, args.jobPostingId);
    const organisationId = posting?.organisationId ?? null;
    if (organisationId === null || !holds(actor, APPLICATION_DECIDE, organisationId)) return null;
    return this.reader.forJobPosting(args.jobPostingId, conditions, args);
  }
}
