import type { AllocationInput, AllocationPerson, AllocationPosting } from './allocation-market.js';
import { lotteryNumber, seededDraws } from './lottery.js';
import { toTheEnd } from './to-the-end.js';

/** A person and a posting who would both rather have each other than what they got. */
export interface BlockingPair {
  readonly personId: string;
  readonly postingId: string;
}

/**
 * What was looked at and what was found. A pair can only block when the person wished for the posting; all wishes are
 * the whole of the pairs. `violations` counts what no allocation may do: a seat or a quota too many, a seat nobody
 * wished for, a closed posting, a person who does not take part.
 */
export interface StabilityProof {
  readonly method: 'EXHAUSTIVE' | 'SAMPLED';
  readonly pairCount: number;
  readonly checkedCount: number;
  readonly blockingCount: number;
  /** The first of them, by the order in which they were looked at. */
  readonly blockingPairs: readonly BlockingPair[];
  readonly violations: number;
}

export interface StabilityOptions {
  /** Up to so many pairs all are checked, above it so many are drawn. */
  readonly pairLimit?: number;
}

const PAIR_LIMIT = 4_000_000;
const EXAMPLES = 20;
/** Drawn pairs between two stops. */
const STEP = 16;

/**
 * Checks an allocation against the input alone, sharing nothing with the engine but the lottery. A pair blocks when the
 * person prefers the posting to what was given and the posting could take the person without breaking a maximum: it has
 * a free seat and room in the person's quota; or room in the quota and somebody who ranks lower; or a full quota and
 * somebody of the same group who ranks lower.
 */
export function checkStability(
  input: AllocationInput,
  given: ReadonlyMap<string, string>,
  options: StabilityOptions = {},
): StabilityProof {
  return toTheEnd(stabilitySteps(input, given, options));
}

/** The same, stopping after each person or some pairs. */
export function* stabilitySteps(
  input: AllocationInput,
  given: ReadonlyMap<string, string>,
  { pairLimit = PAIR_LIMIT }: StabilityOptions = {},
): Generator<undefined, StabilityProof> {
  const seated = new Seated(input, given);
  yield;
  const starts = [0];
  for (const { wishes } of input.people) starts.push((starts.at(-1) ?? 0) + wishes.length);
  const pairCount = starts.at(-1) ?? 0;
  const isSampled = pairCount > pairLimit;
  const blocking: BlockingPair[] = [];
  let blockingCount = 0;
  const check = (person: AllocationPerson, place: number): void => {
    const postingId = person.wishes[place]?.postingId ?? '';
    if (!seated.isBlocking(person, place)) return;
    blockingCount += 1;
    if (blocking.length < EXAMPLES) blocking.push({ personId: person.id, postingId });
  };
  if (isSampled) {
    const draw = seededDraws(input.seed);
    for (let i = 0; i < pairLimit; i++) {
      const pair = draw(pairCount);
      const at = lastAtOrBelow(starts, pair);
      const person = input.people[at];
      if (person) check(person, pair - (starts[at] ?? 0));
      if (i % STEP === 0) yield;
    }
  } else {
    for (const person of input.people) {
      for (let place = 0; place < person.wishes.length; place++) check(person, place);
      yield;
    }
  }
  return {
    method: isSampled ? 'SAMPLED' : 'EXHAUSTIVE',
    pairCount,
    checkedCount: isSampled ? pairLimit : pairCount,
    blockingCount,
    blockingPairs: blocking,
    violations: seated.violations,
  };
}

function lastAtOrBelow(starts: readonly number[], value: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

interface Place {
  readonly priority: number;
  readonly lot: string;
}

/** Where a posting stands: how many it took, by group too, and the lowest of them. */
interface Standing {
  readonly posting: AllocationPosting;
  readonly quotas: ReadonlyMap<string, number>;
  readonly counts: Map<string | null, number>;
  readonly lowestOf: Map<string | null, Place>;
  count: number;
  lowest: Place | null;
}

const isHigher = (a: Place, b: Place): boolean =>
  a.priority > b.priority || (a.priority === b.priority && a.lot < b.lot);

class Seated {
  violations = 0;
  private readonly standings: ReadonlyMap<string, Standing>;
  private readonly lots = new Map<string, string>();

  constructor(
    private readonly input: AllocationInput,
    private readonly given: ReadonlyMap<string, string>,
  ) {
    this.standings = new Map(
      input.postings.map((posting) => [
        posting.id,
        {
          posting,
          quotas: new Map(posting.quotas.map(({ group, maximum }) => [group, maximum])),
          counts: new Map(),
          lowestOf: new Map(),
          count: 0,
          lowest: null,
        },
      ]),
    );
    let seatedCount = 0;
    for (const person of input.people) {
      const postingId = given.get(person.id);
      if (postingId === undefined) continue;
      seatedCount += 1;
      this.seat(person, postingId);
    }
    this.violations += given.size - seatedCount;
    for (const { posting, quotas, counts, count } of this.standings.values()) {
      if (count > posting.seats) this.violations += 1;
      for (const [group, maximum] of quotas) {
        if ((counts.get(group) ?? 0) > maximum) this.violations += 1;
      }
    }
  }

  isBlocking(person: AllocationPerson, place: number): boolean {
    const { wishes, group } = person;
    const wish = wishes[place];
    if (!wish || this.gotAtLeast(person, place)) return false;
    const standing = this.standings.get(wish.postingId);
    if (!standing?.posting.isOpen) return false;
    const isFull = standing.count >= standing.posting.seats;
    const maximum = group === null ? undefined : standing.quotas.get(group);
    const isQuotaFull = maximum !== undefined && (standing.counts.get(group) ?? 0) >= maximum;
    if (!isFull && !isQuotaFull) return this.isFirstMention(person, place);
    const lowest = isQuotaFull ? standing.lowestOf.get(group) : standing.lowest;
    if (!lowest) return false;
    const own = { priority: wish.priority, lot: this.lotOf(person.id) };
    return isHigher(own, lowest) && this.isFirstMention(person, place);
  }

  private gotAtLeast({ id, wishes }: AllocationPerson, place: number): boolean {
    const postingId = this.given.get(id);
    if (postingId === undefined) return false;
    for (let i = 0; i <= place; i++) if (wishes[i]?.postingId === postingId) return true;
    return false;
  }

  private isFirstMention({ wishes }: AllocationPerson, place: number): boolean {
    return wishes.findIndex((wish) => wish.postingId === wishes[place]?.postingId) === place;
  }

  private seat({ id, group, wishes }: AllocationPerson, postingId: string): void {
    const wish = wishes.find((each) => each.postingId === postingId);
    const standing = this.standings.get(postingId);
    if (!wish || !standing?.posting.isOpen) {
      this.violations += 1;
      return;
    }
    const place = { priority: wish.priority, lot: this.lotOf(id) };
    standing.count += 1;
    standing.counts.set(group, (standing.counts.get(group) ?? 0) + 1);
    if (!standing.lowest || isHigher(standing.lowest, place)) standing.lowest = place;
    const lowest = standing.lowestOf.get(group);
    if (!lowest || isHigher(lowest, place)) standing.lowestOf.set(group, place);
  }

  private lotOf(id: string): string {
    let lot = this.lots.get(id);
    if (lot === undefined) {
      // The same number twice is settled by the id.
      lot = `${lotteryNumber(this.input.seed, id)} ${id}`;
      this.lots.set(id, lot);
    }
    return lot;
  }
}
