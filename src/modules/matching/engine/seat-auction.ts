import { BidHeap } from './bid-heap.js';
import type { Ranking } from './candidates.js';

/** Least raise of a price, in points of the score: half a per cent, so that thousands who want the same settle soon. */
export const RAISE = 5;

/** Postings looked at first for a bid; more when these do not settle it. */
const FIRST_LOOK = 256;

/** Nobody's, or none. */
export const NONE = -1;

/** Price of a posting without a place to give away: more than any score. */
const OUT_OF_REACH = 2_000;

export interface AuctionMarket {
  readonly peopleCount: number;
  /** First places each posting has to give away, by posting. */
  readonly places: Int32Array;
  /** What places cost already, from an earlier auction. */
  readonly prices: Int32Array;
  /** Least raise of a price where it is not `RAISE`. */
  readonly raise?: number;
  /** The person's best; more of them for a greater length. */
  ranking(person: number, length: number): Ranking;
}

interface Choice {
  readonly posting: number;
  /** What makes the second best as good. */
  readonly bid: number;
}

/**
 * Who sees which posting first, so that no posting comes first for more people than it has places, by the auction of
 * Bertsekas (1988), in its form for places that are alike (Bertsekas and Castañón 1989): a person without a first
 * posting bids for the one worth most to them, its score less its price; a bid is what makes the second best as good;
 * a full posting takes the higher bid and sends the lowest away to bid elsewhere. Places are free until all are given
 * away. At the end nobody would rather have another posting at its price, so the sum of the scores is within `RAISE` a
 * person of the highest there is. Of postings worth the same the one takes the person that was given to fewer.
 */
export class SeatAuction {
  readonly prices: Int32Array;
  /** Posting by person, `NONE` where every place costs more than it is worth to the person. */
  readonly first: Int32Array;
  private readonly raise: number;
  private readonly bids: (BidHeap | undefined)[] = [];

  constructor(private readonly market: AuctionMarket) {
    this.prices = Int32Array.from(market.places, (places, posting) =>
      places > 0 ? (market.prices[posting] ?? 0) : OUT_OF_REACH,
    );
    this.first = new Int32Array(market.peopleCount).fill(NONE);
    this.raise = market.raise ?? RAISE;
  }

  /** Stops after each bid. */
  *run(): Generator<undefined, void> {
    let bidding = Array.from({ length: this.market.peopleCount }, (_, person) => person);
    while (bidding.length > 0) {
      const sentAway: number[] = [];
      for (const person of bidding) {
        const { posting, bid } = this.choice(person);
        if (posting !== NONE) {
          const displaced = this.place(person, posting, bid);
          if (displaced !== NONE) sentAway.push(displaced);
        }
        yield;
      }
      bidding = sentAway;
    }
  }

  private choice(person: number): Choice {
    for (let length = FIRST_LOOK; ; length *= 4) {
      const choice = this.settle(this.market.ranking(person, length));
      if (choice) return choice;
    }
  }

  /** Null when a posting that was not looked at may be worth as much as the two best. */
  private settle({ postings, scores, isAll }: Ranking): Choice | null {
    let best = NONE;
    let bestWorth = 0;
    let secondWorth = 0;
    let isSettled = isAll;
    for (let i = 0; i < postings.length; i++) {
      const score = scores[i] ?? 0;
      // Prices are not negative: nothing further down is worth more than its score.
      if (score < secondWorth) {
        isSettled = true;
        break;
      }
      const posting = postings[i] ?? NONE;
      const worth = score - (this.prices[posting] ?? 0);
      if (worth < secondWorth || worth <= 0) continue;
      if (
        worth > bestWorth ||
        (worth === bestWorth && this.givenOf(posting) < this.givenOf(best))
      ) {
        secondWorth = bestWorth;
        bestWorth = worth;
        best = posting;
      } else secondWorth = worth;
    }
    if (!isSettled) return null;
    return { posting: best, bid: (this.prices[best] ?? 0) + bestWorth - secondWorth + this.raise };
  }

  /** Answers who has to bid again. */
  private place(person: number, posting: number, bid: number): number {
    const bids = (this.bids[posting] ??= new BidHeap());
    const places = this.market.places[posting] ?? 0;
    bids.push(bid, person);
    this.first[person] = posting;
    const displaced = bids.size > places ? bids.pop() : NONE;
    if (displaced !== NONE) this.first[displaced] = NONE;
    if (bids.size === places) {
      this.prices[posting] = Math.max(this.prices[posting] ?? 0, bids.least);
    }
    return displaced;
  }

  private givenOf(posting: number): number {
    return this.bids[posting]?.size ?? 0;
  }
}
