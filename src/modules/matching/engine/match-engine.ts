import { MatchIndex } from './match-index.js';
import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import { unmetRequirements } from './match-explanation.js';
import { LEAST_SCORE, proposalQuota } from './match-score.rules.js';
import { shareOutSeats, type ScoredPair } from './seat-sharing.js';

export interface RankOptions {
  /** Postings shown to one person at most. */
  readonly limit: number;
  /** Best postings looked at for one person before seats are shared out. */
  readonly depth?: number;
}

/**
 * Ranks open postings for people: hard requirements first, then the score of `explainMatch`, then seats.
 * Built once over all postings; ranking a person costs one pass over dense arrays, no database.
 */
export class MatchEngine {
  private readonly index: MatchIndex;

  constructor(private readonly postings: readonly PostingFeatures[]) {
    this.index = new MatchIndex(postings);
  }

  /** Pairs by person, best first, with no posting proposed to more people than its quota. */
  rank(people: readonly SeekerFeatures[], options: RankOptions): ScoredPair[][] {
    const depth = options.depth ?? options.limit * 4;
    const wishes = people.map((person, i) => this.best(person, i, depth));
    const quotas = Int32Array.from(this.postings, (posting) => proposalQuota(posting.freeSeats));
    return shareOutSeats(wishes, quotas, options.limit);
  }

  posting(position: number): PostingFeatures {
    const posting = this.postings[position];
    if (!posting) throw new RangeError(`No posting at ${position}`);
    return posting;
  }

  private best(person: SeekerFeatures, personIndex: number, depth: number): ScoredPair[] {
    const scores = this.index.scores(person);
    const found: ScoredPair[] = [];
    for (const position of highest(scores, depth * 2, LEAST_SCORE)) {
      if (found.length === depth) break;
      if (unmetRequirements(person, this.posting(position)).length > 0) continue;
      found.push({ person: personIndex, posting: position, score: scores[position] ?? 0 });
    }
    return found;
  }
}

/** Positions of the `count` highest scores at or above `least`, best first, ties by position. Scores are 0 … 1,000. */
export function highest(scores: Int16Array, count: number, least: number): number[] {
  const tally = new Int32Array(1001);
  for (const score of scores) if (score >= least) tally[score] = (tally[score] ?? 0) + 1;
  let threshold = 1000;
  let above = tally[threshold] ?? 0;
  while (threshold > least && above + (tally[threshold - 1] ?? 0) <= count) {
    threshold -= 1;
    above += tally[threshold] ?? 0;
  }
  const spare = count - above;
  const positions: number[] = [];
  let taken = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (score >= threshold && score >= least) positions.push(i);
    else if (score === threshold - 1 && score >= least && taken < spare) {
      taken += 1;
      positions.push(i);
    }
  }
  return positions.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, count);
}
