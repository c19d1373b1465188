import type { ListMarket } from '../engine/list-making.js';

/** A person with the postings that fit, best first. */
export interface ScoredPerson {
  readonly profileId: string;
  readonly jobPostingIds: readonly string[];
  readonly scores: readonly number[];
}

/** An open posting; null where it does not say how many seats are free. */
export interface OpenSeats {
  readonly jobPostingId: string;
  readonly freeSeats: number | null;
}

/**
 * The market of scored pairs: people in the order given, postings by their place in the list. A pair whose posting is no
 * longer open is left out.
 */
export function edgeMarket(
  people: readonly ScoredPerson[],
  postings: readonly OpenSeats[],
): ListMarket {
  const positions = new Map(postings.map(({ jobPostingId }, i) => [jobPostingId, i]));
  return {
    groups: Int32Array.from(people, (_, i) => i),
    freeSeats: postings.map(({ freeSeats }) => freeSeats),
    scores(person) {
      const scores = new Int16Array(postings.length);
      const { jobPostingIds = [], scores: known = [] } = people[person] ?? {};
      for (const [i, id] of jobPostingIds.entries()) {
        const position = positions.get(id);
        if (position !== undefined) scores[position] = known[i] ?? 0;
      }
      return scores;
    },
    isFitting: () => true,
    tieStart: (person) => startOf(people[person]?.profileId ?? '', postings.length),
  };
}

/** Where a person's ties begin: the same for the same person and market, spread over people (FNV-1a). */
function startOf(profileId: string, size: number): number {
  let hash = 0x811c9dc5;
  for (const character of profileId) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return size === 0 ? 0 : (hash >>> 0) % size;
}
