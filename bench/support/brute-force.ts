import {
  termShares,
  unmetRequirements,
} from '../../src/modules/matching/engine/match-explanation.js';
import type {
  PostingFeatures,
  SeekerFeatures,
} from '../../src/modules/matching/engine/match-features.js';
import { MATCH_TERMS, pointsOf } from '../../src/modules/matching/engine/score-weights.js';

/**
 * Scores of a person's best postings, best first: every posting is looked at, what is unmet falls out, and nothing else
 * does. No index, no list of candidates, no least score.
 */
export function bruteForceBest(
  person: SeekerFeatures,
  postings: readonly PostingFeatures[],
  count: number,
): number[] {
  const scores: number[] = [];
  for (const posting of postings) {
    if (unmetRequirements(person, posting).length > 0) continue;
    const shares = termShares(person, posting);
    let score = 0;
    for (const name of MATCH_TERMS) score += pointsOf(name, shares[name].share);
    scores.push(score);
  }
  return scores.sort((a, b) => b - a).slice(0, count);
}
