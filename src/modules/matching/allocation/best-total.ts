import { NO_WISH, type Allocation, type Market } from './allocation-market.js';
import { DistanceHeap } from './distance-heap.js';
import { wishesByWeight, type WishesByWeight } from './wishes-by-weight.js';
import { toTheEnd } from './to-the-end.js';

/** An allocation with the prices that prove it best. */
export interface PricedAllocation {
  readonly allocation: Allocation;
  /** By person: what the person gains over going without. */
  readonly gains: Float64Array;
  /** By posting: the price of a seat; 0 while one is free. */
  readonly seatPrices: Float64Array;
  /** By class: what its quota adds to that price; 0 while the quota is not full. */
  readonly quotaPrices: Float64Array;
}

const NOBODY = -1;

/**
 * The allocation of the highest total weight, exactly: successive shortest augmenting paths (Jonker and Volgenant 1987,
 * on wishes instead of a matrix, seats of a posting together instead of one by one).
 *
 * People join one after the other. Whoever cannot gain by a seat at its price stays without; for the others the
 * cheapest chain of moves is looked for that ends at a free seat or with somebody for whom going without costs least.
 */
export function bestTotal(market: Market): PricedAllocation {
  return toTheEnd(bestTotalSteps(market));
}

/** The same, stopping after each person who joined. */
export function* bestTotalSteps(market: Market): Generator<undefined, PricedAllocation> {
  const search = new ChainSearch(market);
  const peopleCount = market.personIds.length;
  for (let person = 0; person < peopleCount; person++) {
    search.join(person);
    yield;
  }
  return search.outcome();
}

/** Nodes of the search are the postings' classes and, after them, the postings. People are passed through. */
class ChainSearch {
  private readonly allocation: Allocation;
  private readonly gains: Float64Array;
  /** By class: price of a seat by way of it, the seat's own price and that of the quota. */
  private readonly prices: Float64Array;
  private readonly seatPrices: Float64Array;
  private readonly members: readonly number[][];
  private readonly taken: Int32Array;
  private readonly classCount: number;

  private readonly distance: Float64Array;
  /** How a node was come to: a class by a wish, or (below 0) from its posting; a posting from one of its classes. */
  private readonly cameBy: Int32Array;
  private readonly isDone: Uint8Array;
  private readonly touched: number[] = [];
  private readonly moved: number[] = [];
  private readonly movedDistance: number[] = [];
  private readonly heap = new DistanceHeap();
  /** The chains looked for are shorter than this: so long is the shortest found so far. */
  private shortest = 0;
  private readonly wishes: WishesByWeight;

  constructor(private readonly market: Market) {
    this.wishes = wishesByWeight(market);
    this.classCount = market.classSeats.length;
    this.allocation = new Int32Array(market.personIds.length).fill(NO_WISH);
    this.gains = new Float64Array(market.personIds.length);
    this.prices = new Float64Array(this.classCount);
    this.seatPrices = new Float64Array(market.seats.length);
    this.members = Array.from({ length: this.classCount }, () => []);
    this.taken = new Int32Array(market.seats.length);
    const nodeCount = this.classCount + market.seats.length;
    this.distance = new Float64Array(nodeCount).fill(Infinity);
    this.cameBy = new Int32Array(nodeCount);
    this.isDone = new Uint8Array(nodeCount);
  }

  join(person: number): void {
    const { firstWish } = this.market;
    const { weight, wishClass } = this.wishes;
    let gain = 0;
    for (let at = firstWish[person] ?? 0; at < (firstWish[person + 1] ?? 0); at++) {
      const worth = weight[at] ?? 0;
      if (worth <= gain) break;
      gain = Math.max(gain, worth - (this.prices[wishClass[at] ?? 0] ?? 0));
    }
    this.gains[person] = gain;
    if (gain === 0) return;
    this.search(person);
    this.clear();
  }

  outcome(): PricedAllocation {
    const quotaPrices = this.prices.map((price, i) =>
      Math.max(0, price - (this.seatPrices[this.market.classPosting[i] ?? 0] ?? 0)),
    );
    const { allocation, gains, seatPrices } = this;
    return { allocation, gains, seatPrices, quotaPrices };
  }

  /** Shortest chain from the newcomer, then prices, then the moves along it. */
  private search(newcomer: number): void {
    this.shortest = this.gains[newcomer] ?? 0;
    let leaver = newcomer;
    let end = NOBODY;
    this.reachFrom(newcomer, 0);
    // A free seat that sets the bound lies at the bound itself.
    while (!this.heap.isEmpty && this.heap.nearest <= this.shortest) {
      const node = this.heap.pop();
      if (this.isDone[node] === 1) continue;
      this.isDone[node] = 1;
      const distance = this.distance[node] ?? 0;
      if (node >= this.classCount) {
        const posting = node - this.classCount;
        if ((this.taken[posting] ?? 0) < (this.market.seats[posting] ?? 0)) {
          this.shortest = distance;
          end = node;
          break;
        }
        this.reachClasses(posting, distance);
        continue;
      }
      const people = this.members[node] ?? [];
      const isRoomy = people.length < (this.market.classSeats[node] ?? 0);
      if (isRoomy || this.isRest(node)) this.reachPosting(node, distance);
      for (const person of people) {
        const without = distance + (this.gains[person] ?? 0);
        if (without < this.shortest) {
          this.shortest = without;
          leaver = person;
          end = node;
        }
        this.reachFrom(person, distance);
      }
    }
    this.reprice();
    this.move(newcomer, end, leaver);
  }

  /** The first class of a posting has no quota of its own. */
  private isRest(node: number): boolean {
    return this.market.firstClass[this.market.classPosting[node] ?? 0] === node;
  }

  private reachFrom(person: number, distance: number): void {
    const { firstWish } = this.market;
    const { weight, wishClass, wish } = this.wishes;
    this.moved.push(person);
    this.movedDistance.push(distance);
    const base = distance + (this.gains[person] ?? 0);
    const end = firstWish[person + 1] ?? 0;
    for (let at = firstWish[person] ?? 0; at < end; at++) {
      const unpriced = base - (weight[at] ?? 0);
      // Prices are never below nothing, so the wishes that follow lead no nearer.
      if (unpriced >= this.shortest) break;
      const to = wishClass[at] ?? 0;
      const reached = unpriced + (this.prices[to] ?? 0);
      if (reached >= this.shortest || reached >= (this.distance[to] ?? 0)) continue;
      this.reach(to, reached, wish[at] ?? 0);
      if (this.isFree(to)) this.shortest = reached;
    }
  }

  /** Whether a chain may end here: a seat is free, and it is for everybody. */
  private isFree(node: number): boolean {
    const posting = this.market.classPosting[node] ?? 0;
    return this.isRest(node) && (this.taken[posting] ?? 0) < (this.market.seats[posting] ?? 0);
  }

  private reachPosting(from: number, distance: number): void {
    const posting = this.market.classPosting[from] ?? 0;
    const node = this.classCount + posting;
    // The price of a class that holds nobody may lie below that of its posting.
    const reached = distance + (this.seatPrices[posting] ?? 0) - (this.prices[from] ?? 0);
    if (reached < (this.distance[node] ?? 0)) this.reach(node, reached, from);
  }

  /** From a full posting to somebody of another class who would make room. */
  private reachClasses(posting: number, distance: number): void {
    const end = this.market.firstClass[posting + 1] ?? 0;
    for (let to = this.market.firstClass[posting] ?? 0; to < end; to++) {
      if ((this.members[to]?.length ?? 0) === 0) continue;
      const reached = distance + (this.prices[to] ?? 0) - (this.seatPrices[posting] ?? 0);
      if (reached < (this.distance[to] ?? 0)) this.reach(to, reached, -1 - posting);
    }
  }

  private reach(node: number, distance: number, by: number): void {
    if (this.distance[node] === Infinity) this.touched.push(node);
    this.distance[node] = distance;
    this.cameBy[node] = by;
    this.heap.push(node, distance);
  }

  private reprice(): void {
    const { shortest } = this;
    for (const node of this.touched) {
      const rise = shortest - (this.distance[node] ?? 0);
      if (rise <= 0 || this.isDone[node] !== 1) continue;
      if (node < this.classCount) this.prices[node] = (this.prices[node] ?? 0) + rise;
      else {
        const posting = node - this.classCount;
        this.seatPrices[posting] = (this.seatPrices[posting] ?? 0) + rise;
      }
    }
    this.moved.forEach((person, i) => {
      const fall = shortest - (this.movedDistance[i] ?? 0);
      this.gains[person] = (this.gains[person] ?? 0) - fall;
    });
  }

  /** Goes the chain back from its end: everybody on it takes the place of the next. */
  private move(newcomer: number, end: number, leaver: number): void {
    if (end === NOBODY) return;
    let node = end;
    if (end >= this.classCount) {
      const posting = end - this.classCount;
      this.taken[posting] = (this.taken[posting] ?? 0) + 1;
      node = this.cameBy[end] ?? 0;
    } else {
      this.leave(leaver, node);
      this.allocation[leaver] = NO_WISH;
    }
    for (;;) {
      const by = this.cameBy[node] ?? 0;
      if (by < 0) {
        // Room in this class made room in the posting for one of another class.
        node = this.cameBy[this.classCount - 1 - by] ?? 0;
        continue;
      }
      const mover = this.market.wishPerson[by] ?? 0;
      const before = this.allocation[mover] ?? NO_WISH;
      this.allocation[mover] = by;
      this.members[node]?.push(mover);
      if (mover === newcomer) return;
      node = this.market.wishClass[before] ?? 0;
      this.leave(mover, node);
    }
  }

  private leave(person: number, from: number): void {
    const people = this.members[from];
    if (!people) return;
    const last = people.pop();
    if (last !== undefined && last !== person) people[people.indexOf(person)] = last;
  }

  private clear(): void {
    for (const node of this.touched) {
      this.distance[node] = Infinity;
      this.isDone[node] = 0;
    }
    for (const list of [this.touched, this.moved, this.movedDistance]) list.length = 0;
    this.heap.clear();
  }
}
