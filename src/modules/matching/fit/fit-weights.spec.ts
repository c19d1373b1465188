import { seededDraws } from '../allocation/lottery.js';
import { MATCH_TERMS } from '../engine/score-weights.js';
import { bounded, fitWeights, LEAST_POSITIVES, wholePoints } from './fit-weights.js';
import type { Outcome } from './outcome.js';
import type { TermWeights } from './weights-figures.js';

const PRESENT: TermWeights = { maxima: [400, 300, 200, 100], neutral: [0, 0.5, 0.5, 0] };
const PLANTED = [500, 100, 100, 300];
const PLANTED_NEUTRAL = 0.8;

/** Made: shares at random, the second term often unknown, answers with the odds that the planted weights give. */
function madeOutcomes(people: number, each = 20): Outcome[] {
  const draw = seededDraws('made outcomes');
  const share = (): number => draw(1_000_000) / 1_000_000;
  return Array.from({ length: people * each }, (_, i) => {
    const terms = PLANTED.map((_points, term) => ({
      share: share(),
      isKnown: term !== 1 || draw(2) === 0,
    }));
    const points = PLANTED.reduce((sum, planted, term) => {
      const at = terms[term];
      return sum + planted * (at?.isKnown ? at.share : PLANTED_NEUTRAL);
    }, 0);
    const chance = 1 / (1 + Math.exp(5 - points / 100));
    return {
      personId: `person-${Math.floor(i / each)}`,
      postingId: `posting-${i % 97}`,
      isPositive: share() < chance,
      terms,
    };
  });
}

describe('fitting weights', () => {
  it('finds the weights that outcomes were made with, and what not knowing is worth', () => {
    const { weights, before, after } = fitWeights(madeOutcomes(800), PRESENT);
    expect(weights?.maxima.reduce((sum, points) => sum + points, 0)).toBe(1_000);
    for (const [term, planted] of PLANTED.entries()) {
      expect(Math.abs((weights?.maxima[term] ?? 0) - planted)).toBeLessThan(40);
    }
    expect(Math.abs((weights?.neutral[1] ?? 0) - PLANTED_NEUTRAL)).toBeLessThan(0.25);
    // Always known: nothing to learn of not knowing.
    expect(weights?.neutral.filter((_, term) => term !== 1)).toEqual([0, 0.5, 0]);
    expect(after?.logLoss.mean).toBeLessThan((before?.logLoss.mean ?? 0) - 0.01);
    expect(after?.logLoss.interval[1]).toBeLessThan(before?.logLoss.interval[0] ?? 0);
    expect(after?.ndcg10.mean).toBeGreaterThan(before?.ndcg10.mean ?? 1);
  });

  it('gives the same whatever the order of the outcomes', () => {
    const outcomes = madeOutcomes(200);
    const draw = seededDraws('another order');
    const keyed = outcomes.map((outcome) => ({ outcome, key: draw(1_000_000_000) }));
    const permuted = keyed.sort((a, b) => a.key - b.key).map(({ outcome }) => outcome);
    expect(fitWeights(permuted, PRESENT)).toEqual(fitWeights(outcomes, PRESENT));
  });

  it('never gives a term points below zero, even where more of it means fewer answers', () => {
    const against = madeOutcomes(300).map((outcome) => ({
      ...outcome,
      terms: outcome.terms.map((term, i) => (i === 0 ? { ...term, share: 1 - term.share } : term)),
    }));
    const { weights } = fitWeights(against, PRESENT);
    expect(weights?.maxima[0]).toBeLessThan(50);
    expect(weights?.maxima.every((points) => points >= 0)).toBe(true);
  });

  it('keeps the present weights where the outcomes say nothing', () => {
    const draw = seededDraws('no sense');
    const blind = madeOutcomes(300).map((outcome) => ({ ...outcome, isPositive: draw(2) === 0 }));
    expect(fitWeights(blind, PRESENT)).toMatchObject({ kept: 'NOT_BETTER', weights: null });
  });

  it('keeps the present weights with too few answers, people or postings, and says how many there are', () => {
    const few = madeOutcomes(40);
    const { weights, kept, counts } = fitWeights(few, PRESENT);
    expect(counts.positives).toBeLessThan(LEAST_POSITIVES);
    expect(counts).toEqual({
      positives: few.filter(({ isPositive }) => isPositive).length,
      negatives: few.filter(({ isPositive }) => !isPositive).length,
      people: 40,
      postings: 97,
    });
    expect({ weights, kept }).toEqual({ weights: null, kept: 'TOO_FEW' });
    const onePosting = madeOutcomes(300).map((outcome) => ({ ...outcome, postingId: 'one' }));
    expect(fitWeights(onePosting, PRESENT).weights).toBeNull();
    expect(fitWeights([], PRESENT).weights).toBeNull();
  });
});

describe('whole points', () => {
  it('add up to a thousand in proportion', () => {
    expect(wholePoints([1, 1, 1])).toEqual([334, 333, 333]);
    expect(wholePoints([0.2, 0, 0.6])).toEqual([250, 0, 750]);
    expect(wholePoints([0, 0])).toEqual([500, 500]);
  });
});

describe('the interest of others', () => {
  it('counts at most as much as the work itself, whatever was learned', () => {
    const of = (work: number, interest: number): number[] =>
      MATCH_TERMS.map((name) => (name === 'WORK' ? work : name === 'INTEREST' ? interest : 1));
    expect(bounded(of(2, 5))).toEqual(of(2, 2));
    expect(bounded(of(2, 1))).toEqual(of(2, 1));
  });
});
