/** A market in bare arrays: the same number of wishes each, whole-number ranks without ties, no quotas. */
export interface BareMarket {
  readonly wishes: number;
  /** Postings by person and place, best first. */
  readonly posting: Int32Array;
  /** How the posting ranks the person of that wish; higher first. */
  readonly rank: Int32Array;
  readonly seats: Int32Array;
}

/** Deferred acceptance and nothing else: the yardstick. Answers the place each person got, -1 for none. */
export function bareDeferredAcceptance({ wishes, posting, rank, seats }: BareMarket): Int32Array {
  const people = posting.length / wishes;
  const next = new Int32Array(people);
  const start = new Int32Array(seats.length);
  for (let j = 1; j < seats.length; j++) start[j] = (start[j - 1] ?? 0) + (seats[j - 1] ?? 0);
  const size = new Int32Array(seats.length);
  const total = seats.reduce((sum, count) => sum + count, 0);
  const heldBy = new Int32Array(total);
  const heldRank = new Int32Array(total);
  for (let first = 0; first < people; first++) {
    let person = first;
    while ((next[person] ?? 0) < wishes) {
      const wish = person * wishes + (next[person] ?? 0);
      next[person] = (next[person] ?? 0) + 1;
      const j = posting[wish] ?? 0;
      const r = rank[wish] ?? 0;
      const base = start[j] ?? 0;
      const count = size[j] ?? 0;
      if (count < (seats[j] ?? 0)) {
        let at = count;
        size[j] = count + 1;
        while (at > 0) {
          const up = (at - 1) >> 1;
          if ((heldRank[base + up] ?? 0) <= r) break;
          heldRank[base + at] = heldRank[base + up] ?? 0;
          heldBy[base + at] = heldBy[base + up] ?? 0;
          at = up;
        }
        heldRank[base + at] = r;
        heldBy[base + at] = person;
        break;
      }
      if (count === 0 || r <= (heldRank[base] ?? 0)) continue;
      const loser = heldBy[base] ?? 0;
      let at = 0;
      for (;;) {
        let down = 2 * at + 1;
        if (down >= count) break;
        const other = down + 1;
        if (other < count && (heldRank[base + other] ?? 0) < (heldRank[base + down] ?? 0))
          down = other;
        if ((heldRank[base + down] ?? 0) >= r) break;
        heldRank[base + at] = heldRank[base + down] ?? 0;
        heldBy[base + at] = heldBy[base + down] ?? 0;
        at = down;
      }
      heldRank[base + at] = r;
      heldBy[base + at] = person;
      person = loser;
    }
  }
  const got = new Int32Array(people).fill(-1);
  for (let j = 0; j < seats.length; j++) {
    for (let at = start[j] ?? 0; at < (start[j] ?? 0) + (size[j] ?? 0); at++) {
      const person = heldBy[at] ?? 0;
      got[person] = (next[person] ?? 0) - 1;
    }
  }
  return got;
}
