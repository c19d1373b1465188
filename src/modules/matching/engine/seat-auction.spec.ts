import fc from 'fast-check';
import { BidHeap } from './bid-heap.js';
import { NONE, RAISE, SeatAuction } from './seat-auction.js';

interface Market {
  readonly places: readonly number[];
  /** By person, then posting. */
  readonly scores: readonly (readonly number[])[];
}

const markets: fc.Arbitrary<Market> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 5 }))
  .chain(([postings, people]) =>
    fc.record({
      places: fc.array(fc.integer({ min: 0, max: 3 }), {
        minLength: postings,
        maxLength: postings,
      }),
      scores: fc.array(
        fc.array(fc.constantFrom(0, 150, 151, 400, 640, 999, 1000), {
          minLength: postings,
          maxLength: postings,
        }),
        { minLength: people, maxLength: people },
      ),
    }),
  );

/** `shown` postings are looked at first, so that a longer look is needed at times. */
function auctionOf({ places, scores }: Market, shown = 1): SeatAuction {
  const auction = new SeatAuction({
    peopleCount: scores.length,
    places: Int32Array.from(places),
    prices: new Int32Array(places.length),
    ranking: (person, length) => {
      const of = scores[person] ?? [];
      const count = Math.max(shown, Math.floor(length / 256));
      const all = [...of.keys()]
        .filter((i) => (of[i] ?? 0) > 0)
        .sort((a, b) => (of[b] ?? 0) - (of[a] ?? 0));
      const postings = all.slice(0, count);
      return {
        postings: Int32Array.from(postings),
        scores: Int16Array.from(postings, (i) => of[i] ?? 0),
        isAll: all.length <= count,
      };
    },
  });
  for (const _ of auction.run()) continue;
  return auction;
}

/** The most that any sharing out of the places adds up to, by trying all. */
function most({ places, scores }: Market, person = 0, free: readonly number[] = places): number {
  const of = scores[person];
  if (!of) return 0;
  return Math.max(
    most({ places, scores }, person + 1, free),
    ...of.flatMap((score, posting) =>
      (free[posting] ?? 0) > 0 && score > 0
        ? [
            score +
              most({ places, scores }, person + 1, free.with(posting, (free[posting] ?? 0) - 1)),
          ]
        : [],
    ),
  );
}

describe('SeatAuction', () => {
  it('gives no more places than there are and comes within a raise a person of the most there is', () => {
    fc.assert(
      fc.property(markets, (market) => {
        const { first } = auctionOf(market);
        const given = market.places.map(() => 0);
        let sum = 0;
        first.forEach((posting, person) => {
          if (posting === NONE) return;
          given[posting] = (given[posting] ?? 0) + 1;
          sum += market.scores[person]?.[posting] ?? 0;
        });
        given.forEach((count, posting) => {
          expect(count).toBeLessThanOrEqual(market.places[posting] ?? 0);
        });
        const best = most(market);
        expect(sum).toBeLessThanOrEqual(best);
        expect(sum).toBeGreaterThanOrEqual(best - RAISE * market.scores.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves nobody who would rather have another posting at its price', () => {
    fc.assert(
      fc.property(markets, (market) => {
        const { first, prices } = auctionOf(market);
        first.forEach((posting, person) => {
          const worth = (i: number): number => (market.scores[person]?.[i] ?? 0) - (prices[i] ?? 0);
          const own = posting === NONE ? 0 : (market.scores[person]?.[posting] ?? 0);
          market.places.forEach((_, i) => {
            if (i !== posting) expect(worth(i)).toBeLessThanOrEqual(own);
          });
        });
      }),
    );
  });

  it('asks nothing for a posting with places to spare', () => {
    const { first, prices } = auctionOf({
      places: [1, 3],
      scores: [
        [900, 400],
        [900, 300],
        [0, 300],
      ],
    });
    expect([...first]).toEqual([1, 0, 1]);
    expect([...prices]).toEqual([605, 0]);
  });
});

describe('BidHeap', () => {
  it('gives bids back from the lowest up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), (bids) => {
        const heap = new BidHeap();
        bids.forEach((bid, person) => {
          heap.push(bid, person);
        });
        const popped = bids.map(() => bids[heap.pop()]);
        expect(popped).toEqual([...bids].sort((a, b) => a - b));
        expect(() => heap.pop()).toThrow(RangeError);
      }),
    );
  });
});
