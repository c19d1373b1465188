import { createHash } from 'node:crypto';
import { termShares, unmetRequirements } from '../engine/match-explanation.js';
import type { PostingFeatures, SeekerFeatures } from '../engine/match-features.js';
import { MATCH_TERMS } from '../engine/score-weights.js';

/** What a term of the score says of one pair. */
export interface TermShare {
  readonly share: number;
  /** False where one side does not say enough and the share is the neutral one. */
  readonly isKnown: boolean;
}

/** A posting that a person could have answered, and whether she did. */
export interface Outcome {
  readonly personId: string;
  readonly postingId: string;
  readonly isPositive: boolean;
  /** In the order of the terms of the weights. */
  readonly terms: readonly TermShare[];
}

/** Of a hundred people, those from this one on are held out. */
const HELD_OUT_FROM = 70;

/** The terms of a pair and what became of it; null for a pair that is never proposed. */
export function outcomeOf(
  person: SeekerFeatures,
  posting: PostingFeatures,
  isPositive: boolean,
): Outcome | null {
  if (unmetRequirements(person, posting).length > 0) return null;
  const shares = termShares(person, posting);
  return {
    personId: person.profileId,
    postingId: posting.jobPostingId,
    isPositive,
    terms: MATCH_TERMS.map((name) => ({
      share: shares[name].share ?? 0,
      isKnown: shares[name].share !== null,
    })),
  };
}

/** In one order whatever order they came in, so that sums, and with them the weights, are the same to the last bit. */
export function inOrder(outcomes: readonly Outcome[]): Outcome[] {
  return [...outcomes].sort(
    (a, b) => compare(a.personId, b.personId) || compare(a.postingId, b.postingId),
  );
}

/** Split by person: nobody is learned from and measured on. Who is on which side depends on the id alone. */
export function splitByPerson(outcomes: readonly Outcome[]): {
  readonly learned: Outcome[];
  readonly heldOut: Outcome[];
} {
  const learned: Outcome[] = [];
  const heldOut: Outcome[] = [];
  for (const outcome of outcomes) {
    (lotOf(outcome.personId) < HELD_OUT_FROM ? learned : heldOut).push(outcome);
  }
  return { learned, heldOut };
}

/** A number below 100 that the id alone decides. */
function lotOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % 100;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
