import fc from 'fast-check';
import type { AllocationInput } from '../../src/modules/matching/allocation/allocation-market.js';

const GROUPS = ['g', 'h'];

/** Markets with ties, quotas down to nothing, closed postings, wishes for unknown ones and for one twice. */
export function markets(size: {
  people: number;
  postings: readonly string[];
  wishes: number;
  highest: number;
}): fc.Arbitrary<AllocationInput> {
  const value = fc.integer({ min: 0, max: size.highest });
  const wish = fc.record({
    postingId: fc.constantFrom(...size.postings, 'unknown'),
    priority: value,
    weight: value,
  });
  const quota = fc.record({
    group: fc.constantFrom(...GROUPS),
    maximum: fc.integer({ min: 0, max: 3 }),
  });
  return fc.record({
    seed: fc.stringMatching(/^[a-z0-9]{1,8}$/),
    people: fc
      .array(
        fc.record({
          group: fc.option(fc.constantFrom(...GROUPS)),
          wishes: fc.array(wish, { maxLength: size.wishes }),
        }),
        { maxLength: size.people },
      )
      .map((people) => people.map((person, i) => ({ id: `p${i}`, ...person }))),
    postings: fc.tuple(
      ...size.postings.map((id) =>
        fc.record({
          id: fc.constant(id),
          seats: fc.integer({ min: 0, max: 3 }),
          isOpen: fc.integer({ min: 0, max: 7 }).map((n) => n > 0),
          quotas: fc.uniqueArray(quota, { maxLength: 2, selector: ({ group }) => group }),
        }),
      ),
    ),
  });
}
