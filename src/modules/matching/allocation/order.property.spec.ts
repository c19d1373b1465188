import fc from 'fast-check';
import { markets } from '../../../../test/support/allocation-markets.js';
import { allocate } from './allocate.js';
import { deferredAcceptance } from './deferred-acceptance.js';
import { lotteryNumber } from './lottery.js';
import { compileMarket } from './market-compiler.js';

describe('the order of the input', () => {
  const postings = Array.from({ length: 12 }, (_, i) => `j${i}`);
  const shuffled = fc.tuple(
    markets({ people: 40, postings, wishes: 6, highest: 4 }),
    fc.infiniteStream(fc.nat()),
  );

  it.each(['STABLE', 'BEST_TOTAL'] as const)('changes no byte of the outcome: %s', (mode) => {
    fc.assert(
      fc.property(shuffled, ([input, numbers]) => {
        const shuffle = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, at: Number(numbers.next().value) }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const other = {
          ...input,
          people: shuffle(input.people),
          postings: shuffle(input.postings).map((each) => ({
            ...each,
            quotas: shuffle(each.quotas),
          })),
        };
        const options = { pairLimit: 30 };
        expect(JSON.stringify(allocate(other, mode, options))).toBe(
          JSON.stringify(allocate(input, mode, options)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('changes with the seed only who wins a tie', () => {
    const people = Array.from({ length: 8 }, (_, i) => ({
      id: `p${i}`,
      group: null,
      wishes: [{ postingId: 'x', priority: 1, weight: 1 }],
    }));
    const postings = [{ id: 'x', seats: 1, isOpen: true, quotas: [] }];
    const winners = Array.from({ length: 40 }, (_, i) => {
      const { market } = compileMarket({ seed: `seed ${i}`, people, postings });
      const winner = deferredAcceptance(market).indexOf(0);
      expect(winner).toBe(0);
      return market.personIds[winner];
    });
    expect(new Set(winners).size).toBe(8);
  });
});

describe('lotteryNumber', () => {
  it('is what sha256sum says of the seed, a line feed and the id', () => {
    // printf 'fair 2027\nperson 1' | sha256sum
    expect(lotteryNumber('fair 2027', 'person 1')).toBe('5b9647488a05');
  });
});
