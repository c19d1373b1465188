import { setImmediate as nextTurn } from 'node:timers/promises';
import { MatchIndex } from './match-index.js';
import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import { unmetRequirements } from './match-explanation.js';
import { LEAST_SCORE, proposalQuota } from './match-score.rules.js';
import { SeatSharing, type ScoredPair } from './seat-sharing.js';

/** Times people whose list stayed short are looked at again, without the postings exhausted meanwhile. */
const ROUNDS = 8;

/** Score lists kept at a time; one is two bytes a posting. */
const REMEMBERED = 500;

/** Longest the process is kept from its other work. */
const TURN_MS = 50;

/** Pairs by person. */
export type RankedLists = readonly (readonly ScoredPair[])[];

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
  private readonly remembered = new Map<string, Int16Array>();

  constructor(private readonly postings: readonly PostingFeatures[]) {
    this.index = new MatchIndex(postings);
  }

  /** Pairs by person, best first, with no posting proposed to more people than its quota. */
  rank(people: readonly SeekerFeatures[], options: RankOptions): RankedLists {
    const steps = this.steps(people, options);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** The same, letting the process do its other work in between: thousands of people take longer than a task's lock. */
  async rankInTurns(
    people: readonly SeekerFeatures[],
    options: RankOptions & { readonly signal?: AbortSignal | undefined },
  ): Promise<RankedLists> {
    const steps = this.steps(people, options);
    let since = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() - since < TURN_MS) continue;
      await nextTurn();
      options.signal?.throwIfAborted();
      since = performance.now();
    }
  }

  /** Stops after each person looked at. */
  private *steps(
    people: readonly SeekerFeatures[],
    options: RankOptions,
  ): Generator<undefined, RankedLists> {
    const depth = options.depth ?? options.limit * 4;
    const quotas = Int32Array.from(this.postings, (posting) => proposalQuota(posting.freeSeats));
    const sharing = new SeatSharing(people.length, quotas, options.limit);
    let waiting = people.map((person, position) => ({ person, position }));
    for (let round = 0; round < ROUNDS && waiting.length > 0; round++) {
      const wishes: ScoredPair[][] = [];
      for (const { person, position } of waiting) {
        wishes.push(this.best(person, position, depth, sharing));
        yield;
      }
      sharing.share(wishes);
      waiting = waiting.filter(
        (each, i) => sharing.isShort(each.position) && wishes[i]?.length === depth,
      );
    }
    return sharing.lists;
  }

  posting(position: number): PostingFeatures {
    const posting = this.postings[position];
    if (!posting) throw new RangeError(`No posting at ${position}`);
    return posting;
  }

  /** People with the same wishes are common (a class, a batch); their scores are worked out once. */
  private scoresOf(person: SeekerFeatures): Int16Array {
    const key = JSON.stringify({ ...person, profileId: '' });
    const known = this.remembered.get(key);
    if (known) return known;
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    const scores = this.index.scores(person);
    this.remembered.set(key, scores);
    return scores;
  }

  /** The person's best postings that are neither excluded, nor exhausted, nor on the list already. */
  private best(
    person: SeekerFeatures,
    position: number,
    depth: number,
    sharing: SeatSharing,
  ): ScoredPair[] {
    const scores = this.scoresOf(person).slice();
    for (let i = 0; i < scores.length; i++) if (sharing.isExhausted(i)) scores[i] = 0;
    for (const pair of sharing.lists[position] ?? []) scores[pair.posting] = 0;
    const start = startOf(person.profileId, scores.length);
    return highest(scores, depth * 2, LEAST_SCORE, start)
      .filter((i) => unmetRequirements(person, this.posting(i)).length === 0)
      .slice(0, depth)
      .map((i) => ({ person: position, posting: i, score: scores[i] ?? 0 }));
  }
}

/**
 * Positions of the `count` highest scores at or above `least`, best first. Ties are taken from `start` on, round
 * the end: people with the same wishes begin at different postings instead of all proposing to the same few.
 * Scores are 0 … 1,000.
 */
export function highest(scores: Int16Array, count: number, least: number, start = 0): number[] {
  const tally = new Int32Array(1001);
  for (const score of scores) if (score >= least) tally[score] = (tally[score] ?? 0) + 1;
  let whole = 1001;
  let taken = 0;
  while (whole > least && taken + (tally[whole - 1] ?? 0) <= count) taken += tally[--whole] ?? 0;
  const positions: number[] = [];
  for (let step = 0; step < scores.length; step++) {
    const i = (start + step) % scores.length;
    const score = scores[i] ?? 0;
    if (score < least || score < whole - 1) continue;
    if (score >= whole) positions.push(i);
    else if (taken < count) {
      taken += 1;
      positions.push(i);
    }
  }
  return positions.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

/** Where a person's ties begin: the same for the same person and list, spread over people (FNV-1a). */
function startOf(profileId: string, size: number): number {
  let hash = 0x811c9dc5;
  for (const character of profileId) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return size === 0 ? 0 : (hash >>> 0) % size;
}
