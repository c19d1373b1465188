import {
  feasibleMatchings,
  isStable,
  type Matching,
} from '../../../../test/support/allocation-oracle.js';
import { allocate } from './allocate.js';
import type { AllocationInput } from './allocation-market.js';
import { drawLots } from './lottery.js';

/** Both sides as published: who wishes for what, and who is ranked how by what with how many seats. */
function market(
  wishes: Readonly<Record<string, string>>,
  rankings: Readonly<Record<string, readonly [seats: number, ranked: string]>>,
): AllocationInput {
  return {
    seed: 'published',
    people: Object.entries(wishes).map(([id, list]) => ({
      id,
      group: null,
      wishes: list
        .split(' ')
        .map((postingId) => ({
          postingId,
          priority: -(rankings[postingId]?.[1].split(' ').indexOf(id) ?? -1),
          weight: 1,
        }))
        // Whom a posting does not rank it does not take.
        .filter(({ priority }) => priority <= 0),
    })),
    postings: Object.entries(rankings).map(([id, [seats]]) => ({
      id,
      seats,
      isOpen: true,
      quotas: [],
    })),
  };
}

const outcome = (input: AllocationInput): Record<string, string> =>
  Object.fromEntries(
    allocate(input, 'STABLE').assignments.map(({ personId, postingId }) => [personId, postingId]),
  );

const stableOnes = (input: AllocationInput): Matching[] => {
  const lots = drawLots(
    input.seed,
    input.people.map(({ id }) => id),
  );
  return feasibleMatchings(input).filter((matching) => isStable(input, matching, lots));
};

describe('Gale and Shapley, College Admissions and the Stability of Marriage (1962)', () => {
  it('example 1: of three stable matchings everybody who proposes gets the first choice', () => {
    const input = market(
      { α: 'A B C', β: 'B C A', γ: 'C A B' },
      { A: [1, 'β γ α'], B: [1, 'γ α β'], C: [1, 'α β γ'] },
    );
    expect(stableOnes(input)).toHaveLength(3);
    expect(outcome(input)).toEqual({ α: 'A', β: 'B', γ: 'C' });
  });

  it('example 2: the only stable matching gives nobody the first choice', () => {
    const input = market(
      { α: 'A B C D', β: 'A D C B', γ: 'B A C D', δ: 'D B C A' },
      { A: [1, 'δ γ α β'], B: [1, 'β δ α γ'], C: [1, 'δ α β γ'], D: [1, 'γ β α δ'] },
    );
    expect(stableOnes(input)).toHaveLength(1);
    expect(outcome(input)).toEqual({ α: 'C', β: 'D', γ: 'A', δ: 'B' });
    expect(allocate(input, 'STABLE').report.personRanks[0]).toBe(0);
  });
});

describe('Roth, The College Admissions Problem Is Not Equivalent to the Marriage Problem (1985)', () => {
  const input = market(
    { s1: 'C3 C1 C2', s2: 'C2 C1 C3', s3: 'C1 C3 C2', s4: 'C1 C2 C3' },
    { C1: [2, 's1 s2 s3 s4'], C2: [1, 's1 s2 s3 s4'], C3: [1, 's3 s1 s2 s4'] },
  );

  it('reaches the only stable matching', () => {
    expect(stableOnes(input)).toHaveLength(1);
    expect(outcome(input)).toEqual({ s1: 'C3', s2: 'C2', s3: 'C1', s4: 'C1' });
  });
});

describe('National Resident Matching Program, "Run a Match"', () => {
  const input = market(
    {
      Anderson: 'City',
      Chen: 'City Mercy',
      Davis: 'Mercy City General',
      Eastman: 'City Mercy General',
      Ford: 'City General Mercy',
    },
    {
      Mercy: [2, 'Chen Ford'],
      City: [2, 'Eastman Anderson Chen Davis Ford'],
      General: [2, 'Eastman Anderson Ford Davis'],
    },
  );

  it('reaches the published result, with one position of Mercy open', () => {
    expect(outcome(input)).toEqual({
      Anderson: 'City',
      Chen: 'Mercy',
      Davis: 'General',
      Eastman: 'City',
      Ford: 'General',
    });
    expect(allocate(input, 'STABLE').report.unfilled).toEqual([
      { postingId: 'Mercy', seats: 2, filled: 1 },
    ]);
  });
});
