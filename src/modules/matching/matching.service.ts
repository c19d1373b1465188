import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../core/database/index.js';
import { Outbox } from '../../core/events/index.js';
import { DismissalReader } from './dismissal/dismissal.reader.js';
import { explainMatch } from './engine/match-explanation.js';
import type { ListedPair } from './engine/list-making.js';
import type { MatchEngine, RankOptions } from './engine/match-engine.js';
import type { PostingFeatures, SeekerFeatures } from './engine/match-features.js';
import { LEAST_SCORE, placesOf, proposalQuota } from './engine/match-score.rules.js';
import { MatchMarket } from './match-market.js';
import { recommendationsChanged } from './matching.events.js';
import {
  LIST_LENGTH,
  RecommendationRepository,
  type NewRecommendation,
} from './recommendation.repository.js';

/** People written in one transaction. */
const CHUNK = 200;

/** Computes recommendations and writes them; the engine decides, this brings it people and postings. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly market: MatchMarket,
    private readonly recommendations: RecommendationRepository,
    private readonly dismissals: DismissalReader,
    private readonly outbox: Outbox,
  ) {}

  /** Everybody's list anew, with the seats of each posting shared out over all. Answers how many people have one. */
  async matchEverybody(
    options: { signal?: AbortSignal; onProgress?: (peopleCount: number) => void } = {},
  ): Promise<{ peopleCount: number; listedCount: number; recommendationCount: number }> {
    const engine = await this.market.engine({ anew: true });
    const people: SeekerFeatures[] = [];
    for await (const batch of this.market.everybody()) people.push(...batch);
    const lists = await this.ranked(engine, people, options);
    for (let start = 0; start < people.length; start += CHUNK) {
      options.signal?.throwIfAborted();
      await this.write(people.slice(start, start + CHUNK), lists.slice(start, start + CHUNK));
      options.onProgress?.(Math.min(start + CHUNK, people.length));
    }
    return {
      peopleCount: people.length,
      listedCount: lists.filter((list) => list.length > 0).length,
      recommendationCount: lists.reduce((sum, list) => sum + list.length, 0),
    };
  }

  /** One person's list anew, after the profile changed: of first places those that nobody has. */
  async matchProfile(profileId: string): Promise<void> {
    const [person] = await this.market.people([profileId]);
    if (!person) {
      await this.uow.run(() => this.recommendations.replaceLists([profileId], []));
      return;
    }
    const engine = await this.market.engine();
    const given = await this.recommendations.givenPlaces(profileId);
    await this.write([person], await this.ranked(engine, [person], { given }));
  }

  /** One posting on everybody's list, after it changed: onto the best, off the rest. */
  async matchJobPosting(jobPostingId: string, signal?: AbortSignal): Promise<void> {
    const posting = await this.market.posting(jobPostingId);
    const best = posting ? await this.bestFor(posting, signal) : [];
    await this.uow.run(async () => {
      await this.recommendations.takeOff(
        jobPostingId,
        best.map(({ profileId }) => profileId),
      );
      if (best.length > 0) await this.tell(await this.recommendations.add(best));
    });
  }

  private async ranked(
    engine: MatchEngine,
    people: readonly SeekerFeatures[],
    { given, signal }: Pick<RankOptions, 'given'> & { signal?: AbortSignal | undefined } = {},
  ): Promise<NewRecommendation[][]> {
    const profileIds = people.map(({ profileId }) => profileId);
    const without = await this.dismissals.excludedFor(profileIds);
    const lists = await engine.rankInTurns(people, { limit: LIST_LENGTH, without, given, signal });
    return lists.map((list, i) => {
      const person = people[i];
      if (!person) return [];
      return list.map((pair) => recommendation(person, engine.posting(pair.posting), pair));
    });
  }

  private async write(
    people: readonly SeekerFeatures[],
    lists: readonly (readonly NewRecommendation[])[],
  ): Promise<void> {
    const profileIds = people.map(({ profileId }) => profileId).sort();
    await this.uow.run(async () => {
      await this.tell(await this.recommendations.replaceLists(profileIds, lists.flat()));
    });
  }

  private async tell(added: ReadonlyMap<string, number>): Promise<void> {
    await this.outbox.recordMany(
      recommendationsChanged,
      [...added].map(([profileId, newCount]) => ({
        payload: { profileId, newCount },
        subject: { type: 'profile', id: profileId },
      })),
    );
  }

  /** The people the posting is proposed to: fit, wanted enough for their list, and as many as its seats allow. */
  private async bestFor(
    posting: PostingFeatures,
    signal?: AbortSignal,
  ): Promise<NewRecommendation[]> {
    const found: NewRecommendation[] = [];
    const { jobPostingId } = posting;
    const excluding = await this.dismissals.peopleExcluding(jobPostingId);
    const given = await this.recommendations.givenPlacesOf(jobPostingId);
    const isFull = given.count > 0 && given.count >= placesOf(posting.freeSeats);
    const seatPrice = isFull ? given.price : 0;
    for await (const people of this.market.everybody()) {
      signal?.throwIfAborted();
      const fitting = people
        .filter(({ profileId }) => !excluding.has(profileId))
        .map((person) => ({ person, match: explainMatch(person, posting) }))
        .filter(({ match }) => match.unmet.length === 0 && match.score >= LEAST_SCORE)
        .filter(({ match }) => match.terms.some((term) => isAboutWork(term.name, term.points)));
      const thresholds = await this.recommendations.thresholds(
        fitting.map(({ person }) => person.profileId),
      );
      for (const { person, match } of fitting) {
        if (match.score <= (thresholds.get(person.profileId) ?? 0)) continue;
        const { profileId } = person;
        const { score, terms } = match;
        found.push({ profileId, jobPostingId, score, terms, isFirst: false, seatPrice });
      }
    }
    return found
      .sort((a, b) => b.score - a.score || (a.profileId < b.profileId ? -1 : 1))
      .slice(0, proposalQuota(posting.freeSeats));
  }
}

function isAboutWork(name: string, points: number): boolean {
  return points > 0 && (name === 'WORK' || name === 'SKILLS');
}

function recommendation(
  person: SeekerFeatures,
  posting: PostingFeatures,
  { isFirst, price }: ListedPair,
): NewRecommendation {
  const { score, terms } = explainMatch(person, posting);
  const ids = { profileId: person.profileId, jobPostingId: posting.jobPostingId };
  return { ...ids, score, terms, isFirst, seatPrice: price };
}
