import { lotteryNumber } from '../allocation/lottery.js';
import { bestOf, type Candidates } from '../engine/candidates.js';
import type { PostingFeatures, SeekerFeatures } from '../engine/match-features.js';
import type { TakenWishes } from './allocation-run.repository.js';

/** Wishes taken down for one person at most. */
export const MOST_WISHES = 20;

/**
 * What a person wishes for among the postings of an allocation: the best scores without an unmet requirement and
 * without what the person dismissed; equal scores by lot, so that people alike do not all wish for the same few.
 */
export function wishesOf(
  person: SeekerFeatures,
  postings: readonly PostingFeatures[],
  candidates: Candidates,
  { seed, dismissed }: { readonly seed: string; readonly dismissed: ReadonlySet<string> },
): Pick<TakenWishes, 'wishedJobPostingIds' | 'scores'> {
  const best = bestOf(candidates, candidates.postings.length);
  const wishes: { id: string; score: number; lot: string }[] = [];
  for (const [at, i] of best.postings.entries()) {
    const id = postings[i]?.jobPostingId;
    const score = best.scores[at] ?? 0;
    if (id === undefined || dismissed.has(id)) continue;
    // Lots are drawn among all of the last score that has a place.
    if (wishes.length >= MOST_WISHES && score < (wishes.at(-1)?.score ?? 0)) break;
    wishes.push({ id, score, lot: lotteryNumber(seed, `${person.profileId} ${id}`) });
  }
  wishes.sort((a, b) => b.score - a.score || (a.lot < b.lot ? -1 : 1));
  const taken = wishes.slice(0, MOST_WISHES);
  return {
    wishedJobPostingIds: taken.map(({ id }) => id),
    scores: taken.map(({ score }) => score),
  };
}
