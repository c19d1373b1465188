import { MATCH_TERMS } from '../engine/score-weights.js';
import { fitLogistic, probability } from './logistic.js';
import { inOrder, splitByPerson, type Outcome } from './outcome.js';
import {
  calibrate,
  figuresOf,
  logLoss,
  shareOf,
  type TermWeights,
  type WeightsFigures,
} from './weights-figures.js';

/** With fewer answers than this the present weights stay. */
export const LEAST_POSITIVES = 500;

/** Of fewer postings or people nothing is kept. */
export const LEAST_POSTINGS = 20;

/** How strongly the present weights hold, in outcomes; which of them is settled by cross-validation. */
const STRENGTHS = [3_000, 300, 30, 3] as const;
const FOLDS = 4;

const POINTS = 1_000;

export interface OutcomeCounts {
  readonly positives: number;
  readonly negatives: number;
  readonly people: number;
  readonly postings: number;
}

export interface FittedWeights {
  readonly counts: OutcomeCounts;
  /** Why the present weights stay; null where there are fitted ones. */
  readonly kept: 'TOO_FEW' | 'NOT_BETTER' | null;
  readonly weights: TermWeights | null;
  /** On people held out; null without fitted weights. */
  readonly before: WeightsFigures | null;
  readonly after: WeightsFigures | null;
}

/**
 * Weights of the terms as the outcomes suggest them: logistic regression over the terms' shares, none below 0, drawn to
 * the present weights. A term that is not known of a pair is a column of its own; what it is worth beside the term
 * itself is the neutral share. The same for the same outcomes in any order.
 */
export function fitWeights(unordered: readonly Outcome[], present: TermWeights): FittedWeights {
  const outcomes = inOrder(unordered);
  const counts = countsOf(outcomes);
  const isEnough =
    counts.positives >= LEAST_POSITIVES &&
    counts.negatives >= LEAST_POSITIVES &&
    Math.min(counts.people, counts.postings) >= LEAST_POSTINGS;
  const none = { counts, weights: null, before: null, after: null };
  if (!isEnough) return { ...none, kept: 'TOO_FEW' };
  const { learned, heldOut } = splitByPerson(outcomes);
  const strength = bestStrength(learned, present);
  if (strength === null) return { ...none, kept: 'NOT_BETTER' };
  const weights = learn(learned, present, strength);
  return {
    counts,
    kept: null,
    weights,
    before: figuresOf(present, learned, heldOut),
    after: figuresOf(weights, learned, heldOut),
  };
}

function learn(outcomes: readonly Outcome[], present: TermWeights, strength: number): TermWeights {
  const { coefficients } = regress(outcomes, present, strength);
  const size = present.maxima.length;
  const known = [...coefficients.slice(0, size)];
  const unknown = [...coefficients.slice(size)];
  const maxima = wholePoints(bounded(known));
  const neutral = present.neutral.map((share, term) =>
    isSeen(outcomes, term) && (known[term] ?? 0) > 0
      ? Math.round(1_000 * Math.min(1, (unknown[term] ?? 0) / (known[term] ?? 1))) / 1_000
      : share,
  );
  return { maxima, neutral };
}

function regress(outcomes: readonly Outcome[], present: TermWeights, strength: number) {
  // Where the present score says nothing of the outcomes, its weights still say how the terms stand to each other.
  const perPoint = Math.max(1, calibrate(outcomes, present).coefficients[0] ?? 0) / POINTS;
  const prior = Float64Array.of(
    ...present.maxima.map((maximum) => perPoint * maximum),
    ...present.maxima.map((maximum, i) => perPoint * maximum * (present.neutral[i] ?? 0)),
  );
  const isPositive = outcomes.map((outcome) => outcome.isPositive);
  return fitLogistic({ rows: outcomes.map(rowOf), isPositive, prior, strength });
}

/**
 * The strength whose weights lose least on people left out in turn; the greatest of those that do as well. Null where
 * the present weights lose no more than what chance makes of it (one standard error over people).
 */
function bestStrength(outcomes: readonly Outcome[], present: TermWeights): number | null {
  const people = [...new Set(outcomes.map(({ personId }) => personId))];
  const foldOf = new Map(people.map((id, i) => [id, i % FOLDS]));
  const folds = Array.from({ length: FOLDS }, (_, fold) => ({
    rest: outcomes.filter(({ personId }) => foldOf.get(personId) !== fold),
    left: outcomes.filter(({ personId }) => foldOf.get(personId) === fold),
  }));
  const losses = (chancesBy: (rest: readonly Outcome[]) => (outcome: Outcome) => number) => {
    const byPerson = new Map<string, number>();
    for (const { rest, left } of folds) {
      const chance = chancesBy(rest);
      for (const outcome of left) {
        const loss = byPerson.get(outcome.personId) ?? 0;
        byPerson.set(outcome.personId, loss + logLoss(chance(outcome), outcome.isPositive));
      }
    }
    return people.map((id) => byPerson.get(id) ?? 0);
  };
  const kept = losses((rest) => {
    const fit = calibrate(rest, present);
    return (outcome) => probability(fit, Float64Array.of(shareOf(present, outcome)));
  });
  const [best] = STRENGTHS.map((strength) => {
    const fitted = losses((rest) => {
      const fit = regress(rest, present, strength);
      return (outcome) => probability(fit, rowOf(outcome));
    });
    return { strength, gains: fitted.map((loss, i) => (kept[i] ?? 0) - loss) };
  }).sort((a, b) => total(b.gains) - total(a.gains) || b.strength - a.strength);
  if (best === undefined) return null;
  const mean = total(best.gains) / people.length;
  const spread = Math.sqrt(total(best.gains.map((gain) => (gain - mean) ** 2)));
  return total(best.gains) > spread ? best.strength : null;
}

/** Known shares first, then a 1 for each term that is not known. */
function rowOf({ terms }: Outcome): Float64Array {
  return Float64Array.of(
    ...terms.map(({ share, isKnown }) => (isKnown ? share : 0)),
    ...terms.map(({ isKnown }) => (isKnown ? 0 : 1)),
  );
}

/** Whether the term is known of enough postings, and unknown of enough, to say what not knowing is worth. */
function isSeen(outcomes: readonly Outcome[], term: number): boolean {
  return [true, false].every((isKnown) => {
    const seen = outcomes.filter(({ terms }) => terms[term]?.isKnown === isKnown);
    return new Set(seen.map(({ postingId }) => postingId)).size >= LEAST_POSTINGS;
  });
}

/**
 * The interest of others counts at most as much as the work itself, whatever was learned: what is popular already would
 * otherwise be shown ever more, and what few have seen would starve.
 */
export function bounded(coefficients: readonly number[]): number[] {
  const work = coefficients[MATCH_TERMS.indexOf('WORK')] ?? 0;
  return coefficients.map((each, i) =>
    MATCH_TERMS[i] === 'INTEREST' ? Math.min(each, work) : each,
  );
}

/** Whole points that add up to 1,000, in proportion; what rounding leaves goes to the largest remainders. */
export function wholePoints(coefficients: readonly number[]): number[] {
  const sum = total(coefficients);
  const exact = coefficients.map(
    (each) => (sum === 0 ? 1 / coefficients.length : each / sum) * POINTS,
  );
  const points = exact.map(Math.floor);
  const rest = POINTS - total(points);
  const order = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of order.slice(0, rest)) points[i] = (points[i] ?? 0) + 1;
  return points;
}

function countsOf(outcomes: readonly Outcome[]): OutcomeCounts {
  const positives = outcomes.filter(({ isPositive }) => isPositive).length;
  return {
    positives,
    negatives: outcomes.length - positives,
    people: new Set(outcomes.map(({ personId }) => personId)).size,
    postings: new Set(outcomes.map(({ postingId }) => postingId)).size,
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
