import type { Finding } from './allocation-findings.js';
import {
  NO_WISH,
  WEIGHT_SCALE,
  type Allocation,
  type AllocationMode,
  type Market,
} from './allocation-market.js';

/** Why somebody has no seat; of several reasons the first in this order. */
export const UNASSIGNED_REASONS = [
  'NO_WISHES',
  'NO_OPEN_POSTING',
  'BEST_TOTAL',
  'QUOTA',
  'LOTTERY',
  'OUTRANKED',
] as const;

export type UnassignedReason = (typeof UNASSIGNED_REASONS)[number];

export interface Unfilled {
  readonly postingId: string;
  readonly seats: number;
  readonly filled: number;
}

export interface AllocationReport {
  readonly peopleCount: number;
  readonly assignedCount: number;
  readonly seatCount: number;
  /** How many got their first wish, second wish … */
  readonly personRanks: readonly number[];
  /** How many seats went to the first of those who wished for the posting, the second …; by upper bounds. */
  readonly postingRanks: readonly { readonly upTo: number | null; readonly count: number }[];
  readonly totalWeight: number;
  readonly unfilled: readonly Unfilled[];
  readonly unassigned: readonly { readonly personId: string; readonly reason: UnassignedReason }[];
}

const RANK_BOUNDS = [1, 2, 3, 5, 10, 20, 50, 100, null] as const;

/** What an allocation came to, for both sides; stops after each person and each posting. */
export function* reportSteps(
  market: Market,
  allocation: Allocation,
  mode: AllocationMode,
  findings: readonly Finding[],
): Generator<undefined, AllocationReport> {
  const { personIds, postingIds, firstWish, wishPosting, weight, seats } = market;
  const reasons = new Reasons(market, allocation, mode, findings);
  const personRanks: number[] = [];
  const unassigned: { personId: string; reason: UnassignedReason }[] = [];
  const filled = new Int32Array(seats.length);
  let total = 0;
  for (const [person, wish] of allocation.entries()) {
    yield;
    if (wish === NO_WISH) {
      unassigned.push({ personId: personIds[person] ?? '', reason: reasons.of(person) });
      continue;
    }
    const rank = wish - (firstWish[person] ?? 0);
    while (personRanks.length <= rank) personRanks.push(0);
    personRanks[rank] = (personRanks[rank] ?? 0) + 1;
    filled[wishPosting[wish] ?? 0] = (filled[wishPosting[wish] ?? 0] ?? 0) + 1;
    total += weight[wish] ?? 0;
  }
  const places = yield* placesOfGiven(market, allocation);
  return {
    peopleCount: personIds.length,
    assignedCount: places.length,
    seatCount: seats.reduce((sum, count) => sum + count, 0),
    personRanks,
    postingRanks: RANK_BOUNDS.map((upTo, i) => {
      const above = RANK_BOUNDS[i - 1] ?? 0;
      const count = places.filter((n) => n > above && n <= (upTo ?? Infinity)).length;
      return { upTo, count };
    }),
    totalWeight: total / WEIGHT_SCALE,
    unfilled: postingIds
      .map((postingId, i) => ({ postingId, seats: seats[i] ?? 0, filled: filled[i] ?? 0 }))
      .filter((each) => each.filled < each.seats),
    unassigned: unassigned.sort((a, b) => (a.personId < b.personId ? -1 : 1)),
  };
}

/** For each seat given the place of its person among all who wished for the posting, from 1. */
function* placesOfGiven(
  { wishPosting, priority, seats }: Market,
  allocation: Allocation,
): Generator<undefined, number[]> {
  const start = new Int32Array(seats.length + 1);
  for (const posting of wishPosting) start[posting + 1] = (start[posting + 1] ?? 0) + 1;
  for (let i = 0; i < seats.length; i++) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  const next = start.slice();
  const byPosting = new Int32Array(wishPosting.length);
  wishPosting.forEach((posting, wish) => {
    const at = next[posting] ?? 0;
    byPosting[at] = wish;
    next[posting] = at + 1;
  });
  const isGiven = new Uint8Array(wishPosting.length);
  for (const wish of allocation) if (wish !== NO_WISH) isGiven[wish] = 1;
  const places: number[] = [];
  for (let i = 0; i < seats.length; i++) {
    yield;
    const wishes = byPosting.subarray(start[i] ?? 0, start[i + 1] ?? 0);
    if (!wishes.some((wish) => isGiven[wish] === 1)) continue;
    wishes.sort((a, b) => (priority[b] ?? 0) - (priority[a] ?? 0) || a - b);
    wishes.forEach((wish, place) => {
      if (isGiven[wish] === 1) places.push(place + 1);
    });
  }
  return places;
}

class Reasons {
  private readonly withoutWishes: ReadonlySet<string | null>;
  /** By class and by posting: the lowest wish held, and how many. */
  private readonly lowestOfClass: Int32Array;
  private readonly lowest: Int32Array;
  private readonly heldByClass: Int32Array;
  private readonly held: Int32Array;

  constructor(
    private readonly market: Market,
    allocation: Allocation,
    private readonly mode: AllocationMode,
    findings: readonly Finding[],
  ) {
    const { classSeats, seats, wishClass, wishPosting } = market;
    this.withoutWishes = new Set(
      findings.filter(({ code }) => code === 'NO_WISHES').map(({ personId }) => personId),
    );
    this.lowestOfClass = new Int32Array(classSeats.length).fill(NO_WISH);
    this.lowest = new Int32Array(seats.length).fill(NO_WISH);
    this.heldByClass = new Int32Array(classSeats.length);
    this.held = new Int32Array(seats.length);
    for (const wish of allocation) {
      if (wish === NO_WISH) continue;
      this.hold(this.lowestOfClass, this.heldByClass, wishClass[wish] ?? 0, wish);
      this.hold(this.lowest, this.held, wishPosting[wish] ?? 0, wish);
    }
  }

  of(person: number): UnassignedReason {
    const { firstWish, wishPosting, wishClass, priority, seats, classSeats } = this.market;
    if (this.withoutWishes.has(this.market.personIds[person] ?? '')) return 'NO_WISHES';
    const first = firstWish[person] ?? 0;
    const end = firstWish[person + 1] ?? 0;
    if (first === end) return 'NO_OPEN_POSTING';
    if (this.mode === 'BEST_TOTAL') return 'BEST_TOTAL';
    let hasLostLottery = false;
    for (let wish = first; wish < end; wish++) {
      const own = wishClass[wish] ?? 0;
      const posting = wishPosting[wish] ?? 0;
      const lowest = this.lowest[posting] ?? NO_WISH;
      const isRoomOutside = (this.held[posting] ?? 0) < (seats[posting] ?? 0);
      const isClassFull = this.heldByClass[own] === classSeats[own];
      if (isClassFull && (isRoomOutside || this.isBefore(wish, lowest))) return 'QUOTA';
      const contested = isClassFull ? (this.lowestOfClass[own] ?? NO_WISH) : lowest;
      if (contested !== NO_WISH && priority[contested] === priority[wish]) hasLostLottery = true;
    }
    return hasLostLottery ? 'LOTTERY' : 'OUTRANKED';
  }

  private hold(lowest: Int32Array, held: Int32Array, at: number, wish: number): void {
    held[at] = (held[at] ?? 0) + 1;
    const known = lowest[at] ?? NO_WISH;
    if (known === NO_WISH || this.isBefore(known, wish)) lowest[at] = wish;
  }

  private isBefore(a: number, b: number): boolean {
    const { priority } = this.market;
    const difference = (priority[a] ?? 0) - (priority[b] ?? 0);
    return difference > 0 || (difference === 0 && a < b);
  }
}
