import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../core/database/index.js';
import { DismissalReader } from './dismissal/dismissal.reader.js';
import { explainMatch, unmetRequirements } from './engine/match-explanation.js';
import type { ListedPair } from './engine/list-making.js';
import type { MatchEngine, RankOptions } from './engine/match-engine.js';
import type { PostingFeatures, SeekerFeatures } from './engine/match-features.js';
import { employerQuota, placesOf, proposalQuota } from './engine/match-score.rules.js';
import { inTurns } from './in-turns.js';
import { MatchMarket } from './match-market.js';
import { MatchPeople } from './match-people.js';
import { ListWriter } from './list-writer.js';
import {
  MatchRunService,
  type CompleteOptions,
  type MatchRunOutcome,
} from './match-run/match-run.service.js';
import {
  LIST_LENGTH,
  RecommendationRepository,
  type ListRoom,
  type NewRecommendation,
} from './recommendation.repository.js';

/** People whose lists are looked at in one statement. */
const LOOKED_AT = 500;

type FittingPerson = Pick<NewRecommendation, 'profileId' | 'score' | 'terms'>;

/** Computes recommendations and writes them; the engine decides, this brings it people and postings. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly market: MatchMarket,
    private readonly people: MatchPeople,
    private readonly recommendations: RecommendationRepository,
    private readonly dismissals: DismissalReader,
    private readonly lists: ListWriter,
    private readonly runs: MatchRunService,
  ) {}

  /** Everybody's list anew, with the seats of each posting shared out over all, worked on in this process. */
  matchEverybody(options: CompleteOptions = {}): Promise<MatchRunOutcome> {
    return this.runs.complete(options);
  }

  /** One person's list anew, after the profile changed: of first places those that nobody has. */
  async matchProfile(profileId: string): Promise<void> {
    const [person] = await this.market.people([profileId]);
    if (!person) {
      await this.lists.write([profileId], []);
      return;
    }
    const engine = await this.market.engine();
    await this.uow.run(async () => {
      await this.recommendations.lockFirstPlaces();
      const given = await this.recommendations.givenPlaces(profileId);
      const [list = []] = await this.ranked(engine, [person], { given });
      await this.lists.write([profileId], list);
    });
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
      if (best.length > 0) await this.lists.tell(await this.recommendations.add(best));
    });
  }

  private async ranked(
    engine: MatchEngine,
    people: readonly SeekerFeatures[],
    { given }: Pick<RankOptions, 'given'> = {},
  ): Promise<NewRecommendation[][]> {
    const profileIds = people.map(({ profileId }) => profileId);
    const without = await this.dismissals.excludedFor(profileIds);
    const lists = await engine.rankInTurns(people, { limit: LIST_LENGTH, without, given });
    return lists.map((list, i) => {
      const person = people[i];
      if (!person) return [];
      return list.map((pair) => recommendation(person, engine.posting(pair.posting), pair));
    });
  }

  /** The people the posting is proposed to: fit, wanted enough for their list, and as many as its seats allow. */
  private async bestFor(
    posting: PostingFeatures,
    signal?: AbortSignal,
  ): Promise<NewRecommendation[]> {
    const { jobPostingId } = posting;
    const given = await this.recommendations.givenPlacesOf(jobPostingId);
    const isFull = given.count > 0 && given.count >= placesOf(posting.freeSeats);
    const seatPrice = isFull ? given.price : 0;
    const quota = proposalQuota(posting.freeSeats);
    const fitting = await this.fitting(posting, signal);
    const best: NewRecommendation[] = [];
    // From the best down, so that only the lists of those who may be proposed are looked at.
    for (let start = 0; start < fitting.length && best.length < quota; start += LOOKED_AT) {
      signal?.throwIfAborted();
      const some = fitting.slice(start, start + LOOKED_AT);
      const profileIds = some.map(({ profileId }) => profileId);
      const rooms = await this.recommendations.roomsFor(jobPostingId, profileIds);
      for (const { profileId, score, terms } of some) {
        const room = rooms.get(profileId);
        if (room && !isWorthRoom(room, score - seatPrice)) continue;
        best.push({ profileId, jobPostingId, score, terms, isFirst: false, seatPrice });
      }
    }
    return best.slice(0, quota);
  }

  /** Who fits a posting and does not exclude it: who has its first places, then the best. */
  private async fitting(posting: PostingFeatures, signal?: AbortSignal): Promise<FittingPerson[]> {
    const excluding = await this.dismissals.peopleExcluding(posting.jobPostingId);
    const firsts = await this.recommendations.firstOf(posting.jobPostingId);
    const people =
      posting.audienceCollegeIds === null
        ? await this.people.everybody()
        : await this.people.everybodyWithColleges();
    const found = await inTurns(fittingOf(people, posting, excluding), {
      signal,
      sign: () => Promise.resolve(true),
    });
    return (found ?? []).sort(
      (a, b) =>
        Number(firsts.has(b.profileId)) - Number(firsts.has(a.profileId)) ||
        b.score - a.score ||
        (a.profileId < b.profileId ? -1 : 1),
    );
  }
}

/** Explains the pairs that nothing bars, stopping after each person. */
function* fittingOf(
  people: readonly SeekerFeatures[],
  posting: PostingFeatures,
  excluding: ReadonlySet<string>,
): Generator<undefined, FittingPerson[]> {
  const fitting: FittingPerson[] = [];
  for (const person of people) {
    const { profileId } = person;
    yield;
    if (excluding.has(profileId) || unmetRequirements(person, posting).length > 0) continue;
    const { score, terms, isFitting } = explainMatch(person, posting);
    if (isFitting) fitting.push({ profileId, score, terms });
  }
  return fitting;
}

/** Whether a posting of that worth comes onto a list, or stays there: first places do, and whatever a short list takes. */
function isWorthRoom({ hasFirst, others, least, ofEmployer }: ListRoom, worth: number): boolean {
  if (hasFirst || others < LIST_LENGTH) return true;
  return worth > least && ofEmployer < employerQuota(LIST_LENGTH);
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
