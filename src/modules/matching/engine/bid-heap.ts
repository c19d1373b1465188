/** Bids for the places of one posting, lowest first. */
export class BidHeap {
  private readonly bids: number[] = [];
  private readonly people: number[] = [];

  get size(): number {
    return this.bids.length;
  }

  get least(): number {
    return this.bids[0] ?? 0;
  }

  push(bid: number, person: number): void {
    let at = this.bids.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((this.bids[above] ?? 0) <= bid) break;
      this.put(at, this.bids[above] ?? 0, this.people[above] ?? 0);
      at = above;
    }
    this.put(at, bid, person);
  }

  /** Takes the lowest bid away and answers whose it was. */
  pop(): number {
    const person = this.people[0];
    const bid = this.bids.pop();
    const last = this.people.pop();
    if (person === undefined || bid === undefined || last === undefined) {
      throw new RangeError('No bids');
    }
    if (this.bids.length > 0) this.sink(bid, last);
    return person;
  }

  private sink(bid: number, person: number): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.bids.length) break;
      if ((this.bids[below + 1] ?? Infinity) < (this.bids[below] ?? Infinity)) below += 1;
      if ((this.bids[below] ?? Infinity) >= bid) break;
      this.put(at, this.bids[below] ?? 0, this.people[below] ?? 0);
      at = below;
    }
    this.put(at, bid, person);
  }

  private put(at: number, bid: number, person: number): void {
    this.bids[at] = bid;
    this.people[at] = person;
  }
}
