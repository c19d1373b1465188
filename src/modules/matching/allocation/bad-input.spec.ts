import { DomainError } from '../../../core/errors/index.js';
import { allocate } from './allocate.js';
import type {
  AllocationInput,
  AllocationMode,
  AllocationPerson,
  AllocationPosting,
  AllocationWish,
} from './allocation-market.js';

const wish = (postingId: string, more: Partial<AllocationWish> = {}): AllocationWish => ({
  postingId,
  priority: 1,
  weight: 1,
  ...more,
});
const person = (id: string, ...wishes: AllocationWish[]): AllocationPerson => ({
  id,
  group: null,
  wishes,
});
const posting = (id: string, more: Partial<AllocationPosting> = {}): AllocationPosting => ({
  id,
  seats: 1,
  isOpen: true,
  quotas: [],
  ...more,
});
const market = (
  people: readonly AllocationPerson[],
  postings: readonly AllocationPosting[],
): AllocationInput => ({ seed: 's', people, postings });

const run = (input: AllocationInput, mode: AllocationMode = 'STABLE') => {
  const { assignments, findings, report } = allocate(input, mode);
  return {
    given: assignments.map(({ personId, postingId, rank }) => [personId, postingId, rank]),
    findings: findings.map((each) => [each.code, each.personId, each.postingId]),
    unassigned: report.unassigned.map(({ personId, reason }) => [personId, reason]),
  };
};

describe('odd input is dealt with in a fixed way and named', () => {
  it('passes over a posting without seats', () => {
    const input = market(
      [person('a', wish('x'), wish('y')), person('b', wish('x'))],
      [posting('x', { seats: 0 }), posting('y')],
    );
    expect(run(input)).toEqual({
      given: [['a', 'y', 1]],
      findings: [['NO_SEATS', null, 'x']],
      unassigned: [['b', 'NO_OPEN_POSTING']],
    });
  });

  it('counts the first of two equal wishes', () => {
    const again = wish('x', { priority: 9 });
    const input = market(
      [person('a', wish('x'), again, wish('y')), person('b', wish('x', { priority: 2 }))],
      [posting('x'), posting('y')],
    );
    expect(run(input)).toEqual({
      given: [
        ['a', 'y', 2],
        ['b', 'x', 1],
      ],
      findings: [['DUPLICATE_WISH', 'a', 'x']],
      unassigned: [],
    });
  });

  it('passes over unknown and closed postings', () => {
    const input = market(
      [person('a', wish('?'), wish('x'), wish('y')), person('b', wish('x'))],
      [posting('x', { isOpen: false }), posting('y')],
    );
    expect(run(input)).toEqual({
      given: [['a', 'y', 1]],
      findings: [
        ['CLOSED_POSTING', 'a', 'x'],
        ['CLOSED_POSTING', 'b', 'x'],
        ['UNKNOWN_POSTING', 'a', '?'],
      ],
      unassigned: [['b', 'NO_OPEN_POSTING']],
    });
  });

  it('leaves those without wishes without a seat', () => {
    expect(run(market([person('a')], [posting('x')]))).toEqual({
      given: [],
      findings: [['NO_WISHES', 'a', null]],
      unassigned: [['a', 'NO_WISHES']],
    });
  });

  it('works on nobody and nothing', () => {
    expect(run(market([], []))).toEqual({ given: [], findings: [], unassigned: [] });
    expect(run(market([], []), 'BEST_TOTAL').given).toEqual([]);
  });

  it('names quotas that never bind and quotas that leave seats empty', () => {
    const quotas = [
      { group: 'g', maximum: 1 },
      { group: 'h', maximum: 5 },
    ];
    const people = ['a', 'b'].map((id) => ({ ...person(id, wish('x')), group: 'g' }));
    const outcome = run(market(people, [posting('x', { seats: 3, quotas })]));
    expect(outcome.given).toHaveLength(1);
    expect(outcome.findings).toEqual([
      ['QUOTAS_BELOW_SEATS', null, 'x'],
      ['QUOTA_ABOVE_SEATS', null, 'x'],
    ]);
    expect(outcome.unassigned.map(([, reason]) => reason)).toEqual(['QUOTA']);
  });

  it('holds no more than wish for it, however many seats there are', () => {
    const input = market([person('a', wish('x'))], [posting('x', { seats: 1_000_000 })]);
    expect(run(input).given).toEqual([['a', 'x', 1]]);
    expect(run(input, 'BEST_TOTAL').given).toEqual([['a', 'x', 1]]);
  });

  it('never gives a pair without worth where the best total is looked for', () => {
    const input = market([person('a', wish('x', { weight: 0 }))], [posting('x')]);
    expect(run(input, 'BEST_TOTAL')).toEqual({
      given: [],
      findings: [],
      unassigned: [['a', 'BEST_TOTAL']],
    });
  });
});

describe('the reason why somebody has no seat', () => {
  it('is the lottery among equals, the rank otherwise', () => {
    const people = [
      person('a', wish('x', { priority: 2 })),
      person('b', wish('x', { priority: 2 })),
      person('c', wish('x')),
    ];
    const { unassigned } = run(market(people, [posting('x')]));
    expect(unassigned.map(([, reason]) => reason)).toEqual(['LOTTERY', 'OUTRANKED']);
  });

  it('is the quota only for those who would have a seat without it', () => {
    const quotas = [{ group: 'g', maximum: 1 }];
    const people = [
      { ...person('a', wish('x', { priority: 5 })), group: 'g' },
      { ...person('b', wish('x', { priority: 4 })), group: 'g' },
      { ...person('c', wish('x', { priority: 1 })), group: 'g' },
      person('d', wish('x', { priority: 3 })),
    ];
    expect(run(market(people, [posting('x', { seats: 2, quotas })]))).toEqual({
      given: [
        ['a', 'x', 1],
        ['d', 'x', 1],
      ],
      findings: [],
      unassigned: [
        ['b', 'QUOTA'],
        ['c', 'OUTRANKED'],
      ],
    });
  });
});

describe('input that contradicts itself is refused', () => {
  const [x] = [posting('x')];
  const quota = (...maxima: number[]) =>
    posting('x', { quotas: maxima.map((maximum) => ({ group: 'g', maximum })) });

  it.each<[string, AllocationInput]>([
    ['SEED_MISSING', { ...market([], []), seed: ' ' }],
    ['DUPLICATE_PERSON', market([person('a'), person('a')], [x])],
    ['DUPLICATE_POSTING', market([], [x, x])],
    ['SEATS_INVALID', market([], [posting('x', { seats: -1 })])],
    ['SEATS_INVALID', market([], [posting('x', { seats: 1.5 })])],
    ['SEATS_INVALID', market([], [posting('x', { seats: 1_000_001 })])],
    ['SEATS_INVALID', market([], [posting('x', { seats: Number.NaN })])],
    ['QUOTA_INVALID', market([], [quota(-1)])],
    ['QUOTA_INVALID', market([], [quota(Number.NaN)])],
    ['QUOTAS_CONTRADICT', market([], [quota(1, 2)])],
    ['PRIORITY_INVALID', market([person('a', wish('x', { priority: Number.NaN }))], [x])],
    ['PRIORITY_INVALID', market([person('a', wish('x', { priority: Infinity }))], [x])],
    ['WEIGHT_INVALID', market([person('a', wish('x', { weight: Number.NaN }))], [x])],
    ['WEIGHT_INVALID', market([person('a', wish('x', { weight: -1 }))], [x])],
    ['WEIGHT_INVALID', market([person('a', wish('x', { weight: 10_001 }))], [x])],
  ])('%s', (reason, input) => {
    for (const mode of ['STABLE', 'BEST_TOTAL'] as const) {
      expect(() => allocate(input, mode)).toThrow(DomainError);
      expect(() => allocate(input, mode)).toThrow(`ALLOCATION_${reason}`);
    }
  });
});
