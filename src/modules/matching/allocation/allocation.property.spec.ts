import fc from 'fast-check';
import {
  blockingPairs,
  feasibleMatchings,
  isStable,
  placeOf,
  totalOf,
  type Matching,
} from '../../../../test/support/allocation-oracle.js';
import { markets } from '../../../../test/support/allocation-markets.js';
import { allocate } from './allocate.js';
import type { AllocationInput } from './allocation-market.js';
import { bestTotal } from './best-total.js';
import { proveBestTotal } from './best-total-proof.js';
import { drawLots } from './lottery.js';
import { compileMarket } from './market-compiler.js';
import { checkStability } from './stability-check.js';

/** So small that every matching can be tried. */
const small = markets({ people: 5, postings: ['x', 'y', 'z'], wishes: 4, highest: 3 });

const lotsOf = (input: AllocationInput): string[] =>
  drawLots(
    input.seed,
    input.people.map(({ id }) => id),
  );

const given = (input: AllocationInput, mode: 'STABLE' | 'BEST_TOTAL'): Map<string, string> =>
  new Map(allocate(input, mode).assignments.map((each) => [each.personId, each.postingId]));

const withNobody = (input: AllocationInput, some: ReadonlyMap<string, string>) =>
  new Map(input.people.map(({ id }) => [id, some.get(id) ?? null]));

describe('deferred acceptance against every matching of small markets', () => {
  it('is stable, and no stable matching gives anybody a better wish', () => {
    fc.assert(
      fc.property(small, (input) => {
        const lots = lotsOf(input);
        const reached = withNobody(input, given(input, 'STABLE'));
        expect(isStable(input, reached, lots)).toBe(true);
        for (const matching of feasibleMatchings(input)) {
          if (!isStable(input, matching, lots)) continue;
          for (const person of input.people) {
            expect(placeOf(input, person, reached)).toBeLessThanOrEqual(
              placeOf(input, person, matching),
            );
          }
        }
      }),
      { numRuns: 3_000 },
    );
  }, 120_000);

  it('seats the same people as every stable matching, and leaves the same seats empty (Roth 1986)', () => {
    fc.assert(
      fc.property(small, (input) => {
        const lots = lotsOf(input);
        const reached = withNobody(input, given(input, 'STABLE'));
        for (const matching of feasibleMatchings(input)) {
          if (!isStable(input, matching, lots)) continue;
          const seated = (some: Matching) => input.people.map(({ id }) => some.get(id) !== null);
          const filled = (some: Matching) =>
            input.postings.map(({ id }) => [...some.values()].filter((each) => each === id).length);
          expect(seated(matching)).toEqual(seated(reached));
          expect(filled(matching)).toEqual(filled(reached));
        }
      }),
      { numRuns: 1_000 },
    );
  }, 60_000);
});

describe('the best total against every matching of small markets', () => {
  it('is reached exactly, and the prices prove it', () => {
    fc.assert(
      fc.property(small, (input) => {
        const { assignments, totalBound, report } = allocate(input, 'BEST_TOTAL');
        const matchings = feasibleMatchings(input);
        const reached = assignments.reduce((sum, { weight }) => sum + weight, 0);
        expect(reached).toBe(Math.max(...matchings.map((each) => totalOf(input, each))));
        expect(report.totalWeight).toBe(reached);
        expect(totalBound).toEqual({ bound: reached, isProved: true });
        const { violations } = checkStability(input, given(input, 'BEST_TOTAL'));
        expect(violations).toBe(0);
      }),
      { numRuns: 3_000 },
    );
  }, 120_000);

  it('is proved by its prices in markets too large to try all', () => {
    const postings = Array.from({ length: 15 }, (_, i) => `j${i}`);
    fc.assert(
      fc.property(markets({ people: 60, postings, wishes: 8, highest: 100 }), (input) => {
        expect(allocate(input, 'BEST_TOTAL').totalBound?.isProved).toBe(true);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('is not proved for an allocation that is worth less', () => {
    const input: AllocationInput = {
      seed: 's',
      people: [
        { id: 'a', group: null, wishes: [{ postingId: 'x', priority: 1, weight: 3 }] },
        { id: 'b', group: null, wishes: [{ postingId: 'x', priority: 1, weight: 2 }] },
      ],
      postings: [{ id: 'x', seats: 1, isOpen: true, quotas: [] }],
    };
    const { market } = compileMarket(input);
    const priced = bestTotal(market);
    const worse = priced.allocation.map((wish) => (wish === -1 ? 0 : -1));
    const swapped = worse.map((wish, person) => (wish === -1 ? -1 : person));
    expect(proveBestTotal(market, priced)).toEqual({
      total: 3_000_000,
      bound: 3_000_000,
      violations: 0,
    });
    expect(proveBestTotal(market, { ...priced, allocation: swapped })).toEqual({
      total: 2_000_000,
      bound: 3_000_000,
      violations: 0,
    });
    const free = { ...priced, seatPrices: new Float64Array(1), gains: new Float64Array(2) };
    expect(proveBestTotal(market, free).violations).toBe(2);
  });
});

describe('the check for blocking pairs', () => {
  it('finds exactly the pairs that the definition names, in any matching', () => {
    fc.assert(
      fc.property(small, fc.nat(), (input, n) => {
        const matchings = feasibleMatchings(input);
        const matching = matchings[n % matchings.length];
        if (!matching) throw new Error('the empty matching is always there');
        const seats = [...matching].flatMap(([id, posting]): [string, string][] =>
          posting === null ? [] : [[id, posting]],
        );
        const proof = checkStability(input, new Map(seats));
        expect(proof.violations).toBe(0);
        expect(proof.method).toBe('EXHAUSTIVE');
        expect(proof.blockingPairs.map((pair) => [pair.personId, pair.postingId])).toEqual(
          blockingPairs(input, matching, lotsOf(input)),
        );
        expect(proof.blockingCount).toBe(proof.blockingPairs.length);
      }),
      { numRuns: 3_000 },
    );
  }, 60_000);

  it('draws pairs by the seed where there are too many, and says how many', () => {
    const people = Array.from({ length: 50 }, (_, i) => ({
      id: `p${i}`,
      group: null,
      wishes: [{ postingId: 'x', priority: i, weight: 1 }],
    }));
    const postings = [{ id: 'x', seats: 1, isOpen: true, quotas: [] }];
    const input = { seed: 's', people, postings };
    const wrong = new Map([['p0', 'x']]);
    const proof = checkStability(input, wrong, { pairLimit: 20 });
    expect(proof).toMatchObject({ method: 'SAMPLED', pairCount: 50, checkedCount: 20 });
    expect(proof.blockingCount).toBeGreaterThanOrEqual(15);
    expect(proof).toEqual(checkStability(input, wrong, { pairLimit: 20 }));
    expect(checkStability(input, wrong).blockingCount).toBe(49);
  });

  it('counts what no allocation may do', () => {
    const wish = { postingId: 'x', priority: 1, weight: 1 };
    const input: AllocationInput = {
      seed: 's',
      people: [
        { id: 'a', group: 'g', wishes: [wish] },
        { id: 'b', group: 'g', wishes: [wish] },
        { id: 'c', group: null, wishes: [] },
      ],
      postings: [{ id: 'x', seats: 1, isOpen: true, quotas: [{ group: 'g', maximum: 1 }] }],
    };
    const violations = (...pairs: [string, string][]): number =>
      checkStability(input, new Map(pairs)).violations;
    expect(violations(['a', 'x'])).toBe(0);
    expect(violations(['a', 'x'], ['b', 'x'])).toBe(2);
    expect(violations(['c', 'x'])).toBe(1);
    expect(violations(['a', 'unknown'])).toBe(1);
    expect(violations(['nobody', 'x'])).toBe(1);
  });
});
