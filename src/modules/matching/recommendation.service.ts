import { Injectable } from '@nestjs/common';
import { holds, type Actor } from '../../core/auth/index.js';
import { isUuid } from '../../core/clock/index.js';
import type { Connection, PageArgs } from '../../core/graphql/index.js';
import { APPLICATION_DECIDE } from '../applications/index.js';
import { JobPostingReader } from '../job-postings/index.js';
import { actingAccount } from '../organisations/index.js';
import { ProfileReader } from '../profiles/index.js';
import { explainMatch } from './engine/match-explanation.js';
import { MatchMarket } from './match-market.js';
import { matchingErrors } from './matching.errors.js';
import type { MatchExplanation, Recommendation } from './matching.model.js';
import { RecommendationReader } from './recommendation.reader.js';
import { RecommendationRepository } from './recommendation.repository.js';

/** Recommendations for whom they are meant; postings and people are re-checked at the moment of showing. */
@Injectable()
export class RecommendationService {
  constructor(
    private readonly reader: RecommendationReader,
    private readonly recommendations: RecommendationRepository,
    private readonly profiles: ProfileReader,
    private readonly postings: JobPostingReader,
    private readonly market: MatchMarket,
  ) {}

  /** The viewer's own list; empty without a profile. What is no longer open is left out. */
  async own(actor: Actor, args: PageArgs): Promise<Connection<Recommendation> | null> {
    const profile = await this.profiles.findByAccount(actingAccount(actor));
    if (!profile) return null;
    const page = await this.reader.forProfile(profile.id, args);
    const ids = page.nodes.map(({ jobPostingId }) => jobPostingId);
    const open = new Set((await this.postings.findOpen(actor, ids)).map(({ id }) => id));
    return kept(page, ({ jobPostingId }) => open.has(jobPostingId));
  }

  /** People for an own posting, as far as they let this employer find them; null when it is not the viewer's. */
  async forPosting(
    actor: Actor,
    jobPostingId: string,
    args: PageArgs,
  ): Promise<Connection<Recommendation> | null> {
    const posting = await this.postings.find(actor, jobPostingId);
    const organisationId = posting?.organisationId ?? null;
    if (organisationId === null || !holds(actor, APPLICATION_DECIDE, organisationId)) return null;
    const page = await this.reader.forJobPosting(jobPostingId, args);
    const ids = page.nodes.map(({ profileId }) => profileId);
    const seen = new Set((await this.profiles.findMany(actor, ids)).map(({ id }) => id));
    return kept(page, ({ profileId }) => seen.has(profileId));
  }

  /** How the viewer and an open posting fit, worked out now; null without a profile or such a posting. */
  async explain(actor: Actor, jobPostingId: string): Promise<MatchExplanation | null> {
    const profile = await this.profiles.findByAccount(actingAccount(actor));
    const isOpen = (await this.postings.findOpen(actor, [jobPostingId])).length === 1;
    if (!profile || !isOpen) return null;
    const [person] = await this.market.people([profile.id]);
    const posting = await this.market.posting(jobPostingId);
    if (!person || !posting) return null;
    const { score, unmet, terms } = explainMatch(person, posting);
    return { score, unmet: [...unmet], terms };
  }

  async dismiss(actor: Actor, recommendationId: string): Promise<string> {
    const profile = await this.profiles.findByAccount(actingAccount(actor));
    const isDone =
      profile !== null &&
      isUuid(recommendationId) &&
      (await this.recommendations.dismiss(recommendationId, profile.id));
    if (!isDone) throw matchingErrors.NO_RECOMMENDATION({ field: ['recommendationId'] });
    return recommendationId;
  }
}

function kept(
  page: Connection<Recommendation>,
  isShown: (recommendation: Recommendation) => boolean,
): Connection<Recommendation> {
  const edges = page.edges.filter(({ node }) => isShown(node));
  return { ...page, edges, nodes: edges.map(({ node }) => node) };
}
