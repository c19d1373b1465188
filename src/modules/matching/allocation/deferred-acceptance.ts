import { NO_WISH, type Allocation, type Market } from './allocation-market.js';

/**
 * Applicant-proposing deferred acceptance (Gale and Shapley 1962) with seats, and with quotas by group as hard maxima
 * (Abdulkadiroğlu and Sönmez 2003). A posting holds the best of those who came so far; whoever is turned away goes on
 * to the next wish. What a posting may hold is a laminar matroid, so each arrival turns away the worst of the smallest
 * full set it belongs to: its own class, else the whole posting. The outcome is stable, and no stable one gives anybody
 * a better wish; the order in which people come does not matter.
 */
export function deferredAcceptance(market: Market): Allocation {
  const { firstWish, wishPerson, wishPosting, wishClass, priority, seats, classSeats } = market;
  const peopleCount = firstWish.length - 1;
  const next = firstWish.slice(0, peopleCount);
  const taken = new Int32Array(seats.length);
  const held = new HeldWishes(market);

  for (let person = 0; person < peopleCount; person++) {
    let current = person;
    for (;;) {
      const wish = next[current] ?? 0;
      if (wish === firstWish[current + 1]) break;
      next[current] = wish + 1;
      const own = wishClass[wish] ?? 0;
      const posting = wishPosting[wish] ?? 0;
      const key = priority[wish] ?? 0;
      const isClassFull = held.size(own) === classSeats[own];
      if (!isClassFull && (taken[posting] ?? 0) < (seats[posting] ?? 0)) {
        held.push(own, wish, key);
        taken[posting] = (taken[posting] ?? 0) + 1;
        break;
      }
      const contested = isClassFull ? own : held.worstClass(posting);
      if (!held.isBetter(wish, key, contested)) continue;
      const loser =
        contested === own ? held.replaceWorst(own, wish, key) : held.popWorst(contested);
      if (contested !== own) held.push(own, wish, key);
      current = wishPerson[loser] ?? 0;
    }
  }
  return held.allocation(peopleCount);
}

/** What each class holds: heaps with the worst on top, one after the other in one array. */
class HeldWishes {
  private readonly start: Int32Array;
  private readonly sizes: Int32Array;
  private readonly wishes: Int32Array;
  private readonly keys: Float64Array;

  constructor(private readonly market: Market) {
    const { classSeats } = market;
    this.start = new Int32Array(classSeats.length);
    let total = 0;
    for (let i = 0; i < classSeats.length; i++) {
      this.start[i] = total;
      total += classSeats[i] ?? 0;
    }
    this.sizes = new Int32Array(classSeats.length);
    this.wishes = new Int32Array(total);
    this.keys = new Float64Array(total);
  }

  size(of: number): number {
    return this.sizes[of] ?? 0;
  }

  /** Whether a wish goes before the worst that the class holds; never before the worst of nothing. */
  isBetter(wish: number, key: number, of: number): boolean {
    if (of < 0 || this.sizes[of] === 0) return false;
    const top = this.start[of] ?? 0;
    const worst = this.keys[top] ?? 0;
    return key > worst || (key === worst && wish < (this.wishes[top] ?? 0));
  }

  /** The class that holds the worst of the posting; -1 when it holds nobody. */
  worstClass(posting: number): number {
    const first = this.market.firstClass[posting] ?? 0;
    const end = this.market.firstClass[posting + 1] ?? 0;
    let worst = -1;
    for (let i = first; i < end; i++) {
      if (this.sizes[i] === 0) continue;
      const top = this.start[i] ?? 0;
      if (worst < 0 || !this.isBetter(this.wishes[top] ?? 0, this.keys[top] ?? 0, worst)) worst = i;
    }
    return worst;
  }

  push(to: number, wish: number, key: number): void {
    const start = this.start[to] ?? 0;
    let at = this.sizes[to] ?? 0;
    this.sizes[to] = at + 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const upKey = this.keys[start + up] ?? 0;
      const upWish = this.wishes[start + up] ?? 0;
      if (key > upKey || (key === upKey && wish < upWish)) break;
      this.keys[start + at] = upKey;
      this.wishes[start + at] = upWish;
      at = up;
    }
    this.keys[start + at] = key;
    this.wishes[start + at] = wish;
  }

  popWorst(from: number): number {
    const start = this.start[from] ?? 0;
    const size = (this.sizes[from] ?? 0) - 1;
    const worst = this.wishes[start] ?? 0;
    this.sizes[from] = size;
    this.sink(start, size, this.wishes[start + size] ?? 0, this.keys[start + size] ?? 0);
    return worst;
  }

  replaceWorst(of: number, wish: number, key: number): number {
    const start = this.start[of] ?? 0;
    const worst = this.wishes[start] ?? 0;
    this.sink(start, this.sizes[of] ?? 0, wish, key);
    return worst;
  }

  allocation(peopleCount: number): Allocation {
    const given = new Int32Array(peopleCount).fill(NO_WISH);
    for (let i = 0; i < this.sizes.length; i++) {
      const start = this.start[i] ?? 0;
      for (let at = start; at < start + (this.sizes[i] ?? 0); at++) {
        const wish = this.wishes[at] ?? 0;
        given[this.market.wishPerson[wish] ?? 0] = wish;
      }
    }
    return given;
  }

  /** Puts a wish where the top was and lets it sink to its place. */
  private sink(start: number, size: number, wish: number, key: number): void {
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      let downKey = this.keys[start + down] ?? 0;
      let downWish = this.wishes[start + down] ?? 0;
      if (down + 1 < size) {
        const otherKey = this.keys[start + down + 1] ?? 0;
        const otherWish = this.wishes[start + down + 1] ?? 0;
        if (otherKey < downKey || (otherKey === downKey && otherWish > downWish)) {
          down += 1;
          downKey = otherKey;
          downWish = otherWish;
        }
      }
      if (key < downKey || (key === downKey && wish > downWish)) break;
      this.keys[start + at] = downKey;
      this.wishes[start + at] = downWish;
      at = down;
    }
    this.keys[start + at] = key;
    this.wishes[start + at] = wish;
  }
}
