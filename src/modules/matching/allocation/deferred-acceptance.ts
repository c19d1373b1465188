import { NO_WISH, type Allocation, type Market } from './allocation-market.js';

/**
 * Applicant-proposing deferred acceptance (Gale and Shapley 1962) with seats, and with quotas by group as hard maxima
 * (Abdulkadiroğlu and Sönmez 2003). A posting holds the best of those who came so far; whoever is turned away goes on
 * to the next wish. What a posting may hold is a laminar matroid, so each arrival turns away the worst of the smallest
 * full set it belongs to: its own class, else the whole posting. The outcome is stable, and no stable one gives anybody
 * a better wish; the order in which people come does not matter.
 */
export function deferredAcceptance(market: Market): Allocation {
  const { firstWish, wishClass, classPosting, priority, seats, classSeats } = market;
  const peopleCount = firstWish.length - 1;
  // The next wish of each person and the end of the list, side by side: people are come back to in no order.
  const cursor = new Int32Array(2 * peopleCount);
  for (let person = 0; person < peopleCount; person++) {
    cursor[2 * person] = firstWish[person] ?? 0;
    cursor[2 * person + 1] = firstWish[person + 1] ?? 0;
  }
  const taken = new Int32Array(seats.length);
  const held = new HeldPeople(market);

  for (let newcomer = 0; newcomer < peopleCount; newcomer++) {
    let person = newcomer;
    for (;;) {
      const wish = cursor[2 * person] ?? 0;
      if (wish === cursor[2 * person + 1]) break;
      cursor[2 * person] = wish + 1;
      const own = wishClass[wish] ?? 0;
      const key = priority[wish] ?? 0;
      const posting = classPosting[own] ?? 0;
      const isClassFull = held.size(own) === classSeats[own];
      if (!isClassFull && (taken[posting] ?? 0) < (seats[posting] ?? 0)) {
        held.push(own, person, key);
        taken[posting] = (taken[posting] ?? 0) + 1;
        break;
      }
      const contested = isClassFull ? own : held.worstClass(posting);
      if (!held.isBetter(person, key, contested)) continue;
      if (contested === own) person = held.replaceWorst(own, person, key);
      else {
        const loser = held.popWorst(contested);
        held.push(own, person, key);
        person = loser;
      }
    }
  }
  const allocation = new Int32Array(peopleCount).fill(NO_WISH);
  for (const person of held.everybody()) allocation[person] = (cursor[2 * person] ?? 0) - 1;
  return allocation;
}

/** What each class holds: heaps with the worst on top, one after the other in one array. Of equals the later in the lottery is the worse. */
class HeldPeople {
  private readonly start: Int32Array;
  private readonly sizes: Int32Array;
  private readonly people: Int32Array;
  private readonly keys: Float64Array;

  constructor(private readonly market: Market) {
    const { classSeats, classWishes } = market;
    this.start = new Int32Array(classSeats.length);
    let total = 0;
    for (let i = 0; i < classSeats.length; i++) {
      this.start[i] = total;
      total += Math.min(classSeats[i] ?? 0, classWishes[i] ?? 0);
    }
    this.sizes = new Int32Array(classSeats.length);
    this.people = new Int32Array(total);
    this.keys = new Float64Array(total);
  }

  size(of: number): number {
    return this.sizes[of] ?? 0;
  }

  /** Whether somebody goes before the worst that the class holds; never before the worst of nothing. */
  isBetter(person: number, key: number, of: number): boolean {
    if (of < 0 || this.sizes[of] === 0) return false;
    const top = this.start[of] ?? 0;
    const worst = this.keys[top] ?? 0;
    return key > worst || (key === worst && person < (this.people[top] ?? 0));
  }

  /** The class that holds the worst of the posting; -1 when it holds nobody. */
  worstClass(posting: number): number {
    const first = this.market.firstClass[posting] ?? 0;
    const end = this.market.firstClass[posting + 1] ?? 0;
    let worst = -1;
    for (let i = first; i < end; i++) {
      if (this.sizes[i] === 0) continue;
      const top = this.start[i] ?? 0;
      if (worst < 0 || !this.isBetter(this.people[top] ?? 0, this.keys[top] ?? 0, worst)) worst = i;
    }
    return worst;
  }

  push(to: number, person: number, key: number): void {
    const start = this.start[to] ?? 0;
    let at = this.sizes[to] ?? 0;
    this.sizes[to] = at + 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const upKey = this.keys[start + up] ?? 0;
      const upPerson = this.people[start + up] ?? 0;
      if (key > upKey || (key === upKey && person < upPerson)) break;
      this.keys[start + at] = upKey;
      this.people[start + at] = upPerson;
      at = up;
    }
    this.keys[start + at] = key;
    this.people[start + at] = person;
  }

  popWorst(from: number): number {
    const start = this.start[from] ?? 0;
    const size = (this.sizes[from] ?? 0) - 1;
    const worst = this.people[start] ?? 0;
    this.sizes[from] = size;
    this.sink(start, size, this.people[start + size] ?? 0, this.keys[start + size] ?? 0);
    return worst;
  }

  replaceWorst(of: number, person: number, key: number): number {
    const start = this.start[of] ?? 0;
    const worst = this.people[start] ?? 0;
    this.sink(start, this.sizes[of] ?? 0, person, key);
    return worst;
  }

  *everybody(): Generator<number> {
    for (let i = 0; i < this.sizes.length; i++) {
      const start = this.start[i] ?? 0;
      yield* this.people.subarray(start, start + (this.sizes[i] ?? 0));
    }
  }

  /** Puts somebody where the top was and lets them sink to their place. */
  private sink(start: number, size: number, person: number, key: number): void {
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      let downKey = this.keys[start + down] ?? 0;
      let downPerson = this.people[start + down] ?? 0;
      if (down + 1 < size) {
        const otherKey = this.keys[start + down + 1] ?? 0;
        const otherPerson = this.people[start + down + 1] ?? 0;
        if (otherKey < downKey || (otherKey === downKey && otherPerson > downPerson)) {
          down += 1;
          downKey = otherKey;
          downPerson = otherPerson;
        }
      }
      if (key < downKey || (key === downKey && person > downPerson)) break;
      this.keys[start + at] = downKey;
      this.people[start + at] = downPerson;
      at = down;
    }
    this.keys[start + at] = key;
    this.people[start + at] = person;
  }
}
