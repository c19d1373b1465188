import { expect, it } from 'vitest';
import { allocationSteps } from './allocate.js';
import type { AllocationInput, AllocationMode } from './allocation-market.js';

const PEOPLE = 20;
const POSTINGS = 1;

const input: AllocationInput = {
  seed: 'fair',
  people: Array.from({ length: PEOPLE }, (_, i) => ({
    id: `person-${i}`,
    group: null,
    wishes: [{ postingId: 'welding', priority: i, weight: i }],
  })),
  postings: [{ id: 'welding', seats: 3, isOpen: true, quotas: [] }],
};

function stops(mode: AllocationMode): { count: number; seated: string[] } {
  const steps = allocationSteps(input, mode);
  for (let count = 0; ; count++) {
    const step = steps.next();
    if (step.done) return { count, seated: step.value.assignments.map((each) => each.personId) };
  }
}

const BEST = ['person-17', 'person-18', 'person-19'];

it('stops between the phases of a stable allocation, for each person and posting reported and each person checked', () => {
  expect(stops('STABLE')).toEqual({ count: 2 * PEOPLE + POSTINGS + 5, seated: BEST });
});

it('stops for each person who joins the one with the highest total besides', () => {
  expect(stops('BEST_TOTAL')).toEqual({ count: 3 * PEOPLE + POSTINGS + 5, seated: BEST });
});
