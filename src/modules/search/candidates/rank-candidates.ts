import { CANDIDATE_RANKING as w } from './candidate-weights.js';

/** What a person is ranked by, as the index has it. */
export interface CandidateHit {
  readonly id: string;
  /** Tokens of each wish. */
  readonly wishTokens: readonly string[];
  readonly skillTokens: string;
  readonly occupationTokens: string;
  /** Seconds since 1970. */
  readonly changedAt: number;
}

const DAY_S = 86_400;

/**
 * The order of candidates: a sum of five terms, each between 0 and 1, times its weight. The weights are data
 * (`candidate-weights.json`). Ties keep the order of the engine. Nothing but the words and the day of the last change
 * counts: who somebody is, and how old, is not known here.
 */
export function rankCandidates(
  hits: readonly CandidateHit[],
  asked: readonly string[],
  now: number,
): CandidateHit[] {
  return hits
    .map((hit, place) => ({ hit, place, score: scoreOf(hit, asked, now) }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ hit }) => hit);
}

function scoreOf(hit: CandidateHit, asked: readonly string[], now: number): number {
  const wishes = hit.wishTokens.map(tokensIn);
  const ageDays = Math.max(0, now - hit.changedAt) / DAY_S;
  return (
    w.exactWish * Number(wishes.some((wish) => isExactly(wish, asked))) +
    w.wishWords * Math.max(0, ...wishes.map((wish) => shareIn(wish, asked))) +
    w.skills * shareIn(tokensIn(hit.skillTokens), asked) +
    w.occupation * shareIn(tokensIn(hit.occupationTokens), asked) +
    w.freshness * 0.5 ** (ageDays / w.freshnessHalfLifeDays)
  );
}

function tokensIn(text: string): ReadonlySet<string> {
  return new Set(text.split(' ').filter(Boolean));
}

function isExactly(tokens: ReadonlySet<string>, asked: readonly string[]): boolean {
  return asked.length > 0 && tokens.size === asked.length && shareIn(tokens, asked) === 1;
}

/** Share of what was asked for that is there. */
function shareIn(tokens: ReadonlySet<string>, asked: readonly string[]): number {
  if (asked.length === 0) return 0;
  return asked.filter((token) => tokens.has(token)).length / asked.length;
}
