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
 * The market of scored pairs: people in the order they are added, postings by their place in the list. A pair whose
 * posting is no longer open is left out. Six bytes a pair, however many people there are.
 */
export class EdgeMarket implements ListMarket {
  readonly profileIds: string[] = [];
  readonly freeSeats: readonly (number | null)[];
  readonly employers: readonly (string | null)[];
  private readonly edges: Candidates[] = [];
  private numbers = new Int32Array();
  private readonly positions: ReadonlyMap<string, number>;

  constructor(readonly postings: readonly OpenSeats[]) {
    this.freeSeats = postings.map(({ freeSeats }) => freeSeats);
    this.employers = postings.map(({ employer }) => employer);
    this.positions = new Map(postings.map(({ jobPostingId }, i) => [jobPostingId, i]));
  }

  get groups(): Int32Array {
    if (this.numbers.length !== this.profileIds.length) {
      this.numbers = Int32Array.from(this.profileIds.keys());
    }
    return this.numbers;
  }

  add(person: ScoredPerson): void {
    this.profileIds.push(person.profileId);
    this.put(this.edges.length, person);
  }

  /** Adds further pairs of a person to those that are here. */
  extend(person: number, scored: ScoredPerson): void {
    const known = this.candidates(person);
    const ids = Array.from(known.postings, (at) => this.postings[at]?.jobPostingId ?? '');
    this.put(person, {
      ...scored,
      jobPostingIds: [...ids, ...scored.jobPostingIds],
      scores: [...known.scores, ...scored.scores],
    });
  }

  /** Null where the posting is not open. */
  positionOf(jobPostingId: string): number | null {
    return this.positions.get(jobPostingId) ?? null;
  }

  candidates(person: number): Candidates {
    const edges = this.edges[person];
    if (!edges) throw new RangeError(`No person ${person}`);
    return edges;
  }

  tieStart(person: number): number {
    return tieStart(this.profileIds[person] ?? '', this.postings.length);
  }

  private put(person: number, { jobPostingIds, scores }: ScoredPerson): void {
    const found = new Map<number, number>();
    for (const [i, id] of jobPostingIds.entries()) {
      const position = this.positions.get(id);
      if (position !== undefined) found.set(position, scores[i] ?? 0);
    }
    const postings = Int32Array.from(found.keys()).sort();
    this.edges[person] = {
      postings,
      scores: Int16Array.from(postings, (position) => found.get(position) ?? 0),
    };
  }
}
