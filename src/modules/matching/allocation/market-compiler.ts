import { allocationErrors } from './allocation.errors.js';
import { sortedFindings, type Finding } from './allocation-findings.js';
import {
  HIGHEST_WEIGHT,
  WEIGHT_SCALE,
  type AllocationInput,
  type AllocationPerson,
  type AllocationPosting,
  type Market,
} from './allocation-market.js';
import { drawLots } from './lottery.js';

export interface CompiledMarket {
  readonly market: Market;
  readonly findings: readonly Finding[];
}

/** Checks an input and puts it into dense arrays. What cannot be meant is refused, what is merely odd is found. */
export function compileMarket(input: AllocationInput): CompiledMarket {
  if (input.seed.trim() === '') throw allocationErrors.SEED_MISSING({ field: ['seed'] });
  const findings: Finding[] = [];
  const postings = new Postings(input.postings, findings);
  const personIds = drawLots(input.seed, idsOf(input.people, allocationErrors.DUPLICATE_PERSON));
  const byId = new Map(input.people.map((person) => [person.id, person]));
  const wishes = new Wishes(postings, input.people);
  for (const id of personIds) {
    const person = byId.get(id);
    if (person) wishes.add(person, findings);
  }
  wishes.findEmptySeats(findings);
  return {
    market: { personIds, ...postings.arrays, ...wishes.arrays() },
    findings: sortedFindings(findings),
  };
}

function idsOf(
  items: readonly { readonly id: string }[],
  refuse: typeof allocationErrors.DUPLICATE_PERSON,
): string[] {
  const ids = items.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw refuse();
  return ids;
}

const MOST_SEATS = 1_000_000;
const isCount = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= MOST_SEATS;

/** The postings by id, with the classes their seats are shared by. */
class Postings {
  readonly arrays: Pick<
    Market,
    'postingIds' | 'seats' | 'firstClass' | 'classPosting' | 'classSeats'
  >;
  readonly sorted: readonly AllocationPosting[];
  private readonly positions: ReadonlyMap<string, number>;
  /** Class of each group with a quota, by posting; null where there is none. */
  private readonly groups: readonly (ReadonlyMap<string, number> | null)[];

  constructor(postings: readonly AllocationPosting[], findings: Finding[]) {
    idsOf(postings, allocationErrors.DUPLICATE_POSTING);
    this.sorted = [...postings].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.positions = new Map(this.sorted.map(({ id }, i) => [id, i]));
    const firstClass = new Int32Array(postings.length + 1);
    const classPosting: number[] = [];
    const classSeats: number[] = [];
    this.groups = this.sorted.map((posting, i) => {
      const { seats } = posting;
      checkPosting(posting, findings);
      classPosting.push(i);
      classSeats.push(seats);
      const groups = new Map<string, number>();
      const quotas = [...posting.quotas].sort((a, b) => (a.group < b.group ? -1 : 1));
      for (const { group, maximum } of quotas) {
        groups.set(group, classSeats.length);
        classPosting.push(i);
        classSeats.push(Math.min(maximum, seats));
      }
      firstClass[i + 1] = classSeats.length;
      return groups.size > 0 ? groups : null;
    });
    this.arrays = {
      postingIds: this.sorted.map(({ id }) => id),
      seats: Int32Array.from(this.sorted, ({ seats }) => seats),
      firstClass,
      classPosting: Int32Array.from(classPosting),
      classSeats: Int32Array.from(classSeats),
    };
  }

  positionOf(postingId: string): number | null {
    return this.positions.get(postingId) ?? null;
  }

  classOf(position: number, group: string | null): number {
    const own = group === null ? undefined : this.groups[position]?.get(group);
    return own ?? this.arrays.firstClass[position] ?? 0;
  }
}

function checkPosting({ id, seats, quotas }: AllocationPosting, findings: Finding[]): void {
  if (!isCount(seats)) throw allocationErrors.SEATS_INVALID({ field: ['postings', id] });
  if (seats === 0) findings.push({ code: 'NO_SEATS', personId: null, postingId: id });
  if (new Set(quotas.map(({ group }) => group)).size !== quotas.length) {
    throw allocationErrors.QUOTAS_CONTRADICT({ field: ['postings', id, 'quotas'] });
  }
  for (const { maximum } of quotas) {
    if (!isCount(maximum)) {
      throw allocationErrors.QUOTA_INVALID({ field: ['postings', id, 'quotas'] });
    }
    if (maximum > seats) {
      findings.push({ code: 'QUOTA_ABOVE_SEATS', personId: null, postingId: id });
    }
  }
}

/** The wishes that count, person after person. */
class Wishes {
  private count = 0;
  private personCount = 0;
  private readonly firstWish: Int32Array;
  private readonly wishPerson: Int32Array;
  private readonly wishPosting: Int32Array;
  private readonly wishClass: Int32Array;
  private readonly priority: Float64Array;
  private readonly weight: Float64Array;
  /** The last person that named each posting, from 1. */
  private readonly namedBy: Int32Array;
  private readonly classWishes: Int32Array;

  constructor(
    private readonly postings: Postings,
    people: readonly AllocationPerson[],
  ) {
    const size = people.reduce((sum, { wishes }) => sum + wishes.length, 0);
    this.firstWish = new Int32Array(people.length + 1);
    this.wishPerson = new Int32Array(size);
    this.wishPosting = new Int32Array(size);
    this.wishClass = new Int32Array(size);
    this.priority = new Float64Array(size);
    this.weight = new Float64Array(size);
    this.namedBy = new Int32Array(postings.sorted.length);
    this.classWishes = new Int32Array(postings.arrays.classSeats.length);
  }

  add({ id, group, wishes }: AllocationPerson, findings: Finding[]): void {
    const person = this.personCount++;
    if (wishes.length === 0) findings.push({ code: 'NO_WISHES', personId: id, postingId: null });
    for (const { postingId, priority, weight } of wishes) {
      if (!Number.isFinite(priority)) {
        throw allocationErrors.PRIORITY_INVALID({ field: ['people', id, postingId] });
      }
      if (!(weight >= 0 && weight <= HIGHEST_WEIGHT)) {
        throw allocationErrors.WEIGHT_INVALID({ field: ['people', id, postingId] });
      }
      const position = this.postings.positionOf(postingId);
      const code = this.fault(position, person);
      if (code !== null) findings.push({ code, personId: id, postingId });
      if (position === null || code !== null) continue;
      if (this.postings.sorted[position]?.seats === 0) continue;
      const own = this.postings.classOf(position, group);
      this.classWishes[own] = (this.classWishes[own] ?? 0) + 1;
      const at = this.count++;
      this.wishPerson[at] = person;
      this.wishPosting[at] = position;
      this.wishClass[at] = own;
      this.priority[at] = priority;
      this.weight[at] = Math.round(weight * WEIGHT_SCALE);
    }
    this.firstWish[person + 1] = this.count;
  }

  /** Seats that no mix of those who wish for them can fill. */
  findEmptySeats(findings: Finding[]): void {
    const { seats, firstClass, classSeats } = this.postings.arrays;
    this.postings.sorted.forEach(({ id }, i) => {
      const first = firstClass[i] ?? 0;
      if (this.classWishes[first] !== 0) return;
      let open = 0;
      let isWished = false;
      for (let c = first + 1; c < (firstClass[i + 1] ?? 0); c++) {
        if (this.classWishes[c] === 0) continue;
        isWished = true;
        open += classSeats[c] ?? 0;
      }
      if (isWished && open < (seats[i] ?? 0)) {
        findings.push({ code: 'QUOTAS_BELOW_SEATS', personId: null, postingId: id });
      }
    });
  }

  arrays(): Omit<Market, 'personIds' | keyof Postings['arrays']> {
    return {
      firstWish: this.firstWish,
      wishPerson: this.wishPerson.slice(0, this.count),
      wishPosting: this.wishPosting.slice(0, this.count),
      wishClass: this.wishClass.slice(0, this.count),
      priority: this.priority.slice(0, this.count),
      weight: this.weight.slice(0, this.count),
      classWishes: this.classWishes,
    };
  }

  private fault(
    position: number | null,
    person: number,
  ): 'UNKNOWN_POSTING' | 'DUPLICATE_WISH' | 'CLOSED_POSTING' | null {
    if (position === null) return 'UNKNOWN_POSTING';
    if (this.namedBy[position] === person + 1) return 'DUPLICATE_WISH';
    this.namedBy[position] = person + 1;
    return this.postings.sorted[position]?.isOpen === false ? 'CLOSED_POSTING' : null;
  }
}
