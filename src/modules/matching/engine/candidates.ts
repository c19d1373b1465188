import { MOST_POINTS } from './score-weights.js';

/** Postings that fit somebody, with their scores. */
export interface Candidates {
  /** Positions, each once, in any order. */
  readonly postings: Int32Array;
  /** Whole points, 0 … 1,000. */
  readonly scores: Int16Array;
}

/** Candidates by score, best first. */
export interface Ranking extends Candidates {
  /** True when nothing else fits. */
  readonly isAll: boolean;
}

export interface BestOptions {
  /** Postings to leave out, marked with 1. */
  readonly isOut?: Uint8Array | undefined;
  /**
   * Where ties begin, going round the end: people with the same wishes begin at different postings instead of all
   * proposing to the same few.
   */
  readonly start?: number | undefined;
}

/** The `count` best. */
export function bestOf(
  { postings, scores }: Candidates,
  count: number,
  { isOut, start = 0 }: BestOptions = {},
): Ranking {
  const tally = new Int32Array(MOST_POINTS + 1);
  let left = 0;
  let size = start + 1;
  for (let at = 0; at < postings.length; at++) {
    if (isOut?.[postings[at] ?? 0] === 1) continue;
    const score = scores[at] ?? 0;
    tally[score] = (tally[score] ?? 0) + 1;
    left += 1;
    if ((postings[at] ?? 0) >= size) size = (postings[at] ?? 0) + 1;
  }
  let least = MOST_POINTS;
  for (let taken = tally[least] ?? 0; taken < count && least > 0;) taken += tally[--least] ?? 0;
  // Score and place in one number: numbers sort faster than pairs.
  const keys: number[] = [];
  for (let at = 0; at < postings.length; at++) {
    const score = scores[at] ?? 0;
    const posting = postings[at] ?? 0;
    if (score < least || isOut?.[posting] === 1) continue;
    const turn = posting >= start ? posting - start : posting - start + size;
    keys.push((MOST_POINTS - score) * size * 2 + turn);
  }
  const best = Float64Array.from(keys).sort().subarray(0, count);
  const turns = best.map((key) => key % (size * 2));
  return {
    postings: Int32Array.from(turns, (turn) => (turn + start) % size),
    scores: Int16Array.from(best, (key) => MOST_POINTS - Math.floor(key / (size * 2))),
    isAll: left <= count,
  };
}

/** Score of one posting among candidates; 0 where it does not fit. */
export function scoreAmong({ postings, scores }: Candidates, posting: number): number {
  const at = postings.indexOf(posting);
  return at === -1 ? 0 : (scores[at] ?? 0);
}
