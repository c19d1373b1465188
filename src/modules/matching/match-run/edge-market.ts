import type { Candidates } from '../engine/candidates.js';
import type { ListMarket } from '../engine/list-making.js';
import { tieStart } from '../engine/tie-start.js';

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
  /** Null where it is not known. */
  readonly employer: string | null;
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
    employers: postings.map(({ employer }) => employer),
    candidates: (person) => candidatesOf(people[person], positions),
    tieStart: (person) => tieStart(people[person]?.profileId ?? '', postings.length),
  };
}

function candidatesOf(
  person: ScoredPerson | undefined,
  positions: ReadonlyMap<string, number>,
): Candidates {
  const { jobPostingIds = [], scores = [] } = person ?? {};
  const found = jobPostingIds.flatMap((id, i) => {
    const position = positions.get(id);
    return position === undefined ? [] : [[position, scores[i] ?? 0] as const];
  });
  found.sort(([a], [b]) => a - b);
  return {
    postings: Int32Array.from(found, ([position]) => position),
    scores: Int16Array.from(found, ([, score]) => score),
  };
}
