/** A posting somebody would take. Wishes stand best first in the list of the person. */
export interface AllocationWish {
  readonly postingId: string;
  /** How the posting ranks the person: higher first, equals by lottery. Any finite number. */
  readonly priority: number;
  /** What the pair is worth where the best total is looked for, 0 … 10,000; counted in millionths. */
  readonly weight: number;
}

export interface AllocationPerson {
  readonly id: string;
  /** College or region that quotas count by; null belongs to none. */
  readonly group: string | null;
  readonly wishes: readonly AllocationWish[];
}

/** At most so many people of the group get a seat of the posting. */
export interface AllocationQuota {
  readonly group: string;
  readonly maximum: number;
}

export interface AllocationPosting {
  readonly id: string;
  readonly seats: number;
  readonly isOpen: boolean;
  readonly quotas: readonly AllocationQuota[];
}

export interface AllocationInput {
  /** Published before the run; with the ids it settles every tie. */
  readonly seed: string;
  readonly people: readonly AllocationPerson[];
  readonly postings: readonly AllocationPosting[];
}

/**
 * A market in dense arrays. People stand in the order of their lottery numbers and postings in that of their ids, so
 * nothing depends on the order of the input, and of two equal priorities the earlier wish belongs to the luckier person.
 *
 * The seats of a posting are shared by classes: the first takes everybody without a quota there, each further one the
 * people of one group with a quota. A posting without quotas has one class.
 */
export interface Market {
  readonly personIds: readonly string[];
  readonly postingIds: readonly string[];
  /** The wishes of person p are firstWish[p] … firstWish[p + 1] − 1, best first. */
  readonly firstWish: Int32Array;
  /** By wish. */
  readonly wishPerson: Int32Array;
  readonly wishPosting: Int32Array;
  readonly wishClass: Int32Array;
  readonly priority: Float64Array;
  /** In millionths: whole numbers, so that sums over up to 900,000 people are exact. */
  readonly weight: Float64Array;
  /** By posting. */
  readonly seats: Int32Array;
  /** The classes of posting j are firstClass[j] … firstClass[j + 1] − 1. */
  readonly firstClass: Int32Array;
  /** By class. */
  readonly classPosting: Int32Array;
  readonly classSeats: Int32Array;
  /** How many wish for it: no more can be held, however many seats there are. */
  readonly classWishes: Int32Array;
}

export const WEIGHT_SCALE = 1_000_000;
export const HIGHEST_WEIGHT = 10_000;

/** The wish each person was given, by person; NO_WISH for those without a seat. */
export type Allocation = Int32Array;
export const NO_WISH = -1;

/** STABLE: nobody and no posting would rather have each other. BEST_TOTAL: the highest sum of weights. */
export const ALLOCATION_MODES = ['STABLE', 'BEST_TOTAL'] as const;
export type AllocationMode = (typeof ALLOCATION_MODES)[number];
