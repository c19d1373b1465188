import type {
  PostingFeatures,
  SeekerFeatures,
} from '../../../src/modules/matching/engine/match-features.js';

/** People and postings with seats, and what each pair is worth. */
export interface Market {
  readonly seats: readonly number[];
  readonly people: readonly SeekerFeatures[];
  readonly postings: readonly PostingFeatures[];
  /** By person, then posting; 0 where the two are no pair. */
  readonly utilities: readonly Float64Array[];
}
