import type { Candidates } from './candidates.js';
import type { PostingFeatures, SeekerFeatures } from './match-features.js';
import { MatchIndex, type CandidateOptions } from './match-index.js';

/** A segment and the position of a posting within it. */
export type FoundIn = readonly [segment: PostingSegment, at: number];

/** Postings with their index, of which some are gone since it was built. */
export class PostingSegment {
  private positionsById: ReadonlyMap<string, number> | null = null;

  private constructor(
    private readonly postings: readonly PostingFeatures[],
    private readonly index: MatchIndex,
    /** 1 for what is gone; null where nothing is. */
    private readonly isGone: Uint8Array | null,
  ) {}

  static of(postings: readonly PostingFeatures[]): PostingSegment {
    return new PostingSegment(postings, MatchIndex.of(postings), null);
  }

  static *steps(postings: readonly PostingFeatures[]): Generator<undefined, PostingSegment> {
    return new PostingSegment(postings, yield* MatchIndex.steps(postings), null);
  }

  get size(): number {
    return this.postings.length;
  }

  get byteLength(): number {
    return this.index.byteLength + (this.isGone?.byteLength ?? 0);
  }

  posting(position: number): PostingFeatures {
    const posting = this.postings[position];
    if (!posting) throw new RangeError(`No posting at ${position}`);
    return posting;
  }

  /** The same without some postings. */
  without(ids: ReadonlySet<string>): PostingSegment {
    const isGone = this.isGone?.slice() ?? new Uint8Array(this.size);
    for (const id of ids) {
      const position = this.positions().get(id);
      if (position !== undefined) isGone[position] = 1;
    }
    const segment = new PostingSegment(this.postings, this.index, isGone);
    segment.positionsById = this.positionsById;
    return segment;
  }

  positionOf(jobPostingId: string): number | null {
    const position = this.positions().get(jobPostingId);
    return position === undefined || this.isGone?.[position] === 1 ? null : position;
  }

  kept(): PostingFeatures[] {
    return this.postings.filter((_, i) => this.isGone?.[i] !== 1);
  }

  /** All that fit and are not out, or the `most` best and some others. */
  candidates(person: SeekerFeatures, { most, isOut }: CandidateOptions): Candidates {
    return this.index.candidates(person, { most, isOut: either(this.isGone, isOut) });
  }

  private positions(): ReadonlyMap<string, number> {
    this.positionsById ??= new Map(this.postings.map(({ jobPostingId }, i) => [jobPostingId, i]));
    return this.positionsById;
  }
}

/** 1 where one of the two has it. */
function either(one: Uint8Array | null, other: Uint8Array | undefined): Uint8Array | undefined {
  if (!one || !other) return one ?? other;
  return one.map((flag, i) => flag | (other[i] ?? 0));
}
