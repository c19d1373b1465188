import { seededDraws } from '../allocation/lottery.js';
import { fitLogistic, probability, type LogisticFit } from './logistic.js';
import type { Outcome } from './outcome.js';

/** Points of each term at most and what it gives where too little is known, in the order of the outcomes' terms. */
export interface TermWeights {
  readonly maxima: readonly number[];
  readonly neutral: readonly number[];
}

/** A mean with its 95 % percentile interval over people. */
export interface Figure {
  readonly mean: number;
  readonly interval: readonly [low: number, high: number];
}

/** How well weights tell apart what people answered and what they did not. */
export interface WeightsFigures {
  readonly logLoss: Figure;
  readonly ndcg10: Figure;
}

const RESAMPLES = 1_000;
const DEPTH = 10;

/** Share of all points that a pair gets. */
export function shareOf({ maxima, neutral }: TermWeights, { terms }: Outcome): number {
  let points = 0;
  let most = 0;
  for (const [i, maximum] of maxima.entries()) {
    const term = terms[i];
    points += maximum * (term?.isKnown ? term.share : (neutral[i] ?? 0));
    most += maximum;
  }
  return most === 0 ? 0 : points / most;
}

/** What a share of all points means in odds, from outcomes. */
export function calibrate(outcomes: readonly Outcome[], weights: TermWeights): LogisticFit {
  return fitLogistic({
    rows: outcomes.map((outcome) => Float64Array.of(shareOf(weights, outcome))),
    isPositive: outcomes.map((outcome) => outcome.isPositive),
    prior: Float64Array.of(0),
    strength: 1e-6,
  });
}

export function logLoss(chance: number, isPositive: boolean): number {
  return -Math.log(Math.max(1e-12, isPositive ? chance : 1 - chance));
}

/** Figures of weights on outcomes of people nothing was learned from; what a point is worth comes from the others. */
export function figuresOf(
  weights: TermWeights,
  learned: readonly Outcome[],
  heldOut: readonly Outcome[],
): WeightsFigures {
  const calibrated = calibrate(learned, weights);
  const people = [...Map.groupBy(heldOut, (outcome) => outcome.personId).values()];
  const losses = people.map((outcomes) => {
    const sum = outcomes.reduce((total, outcome) => {
      const chance = probability(calibrated, Float64Array.of(shareOf(weights, outcome)));
      return total + logLoss(chance, outcome.isPositive);
    }, 0);
    return { sum, count: outcomes.length };
  });
  const gains = people.flatMap((outcomes) => ndcg(weights, outcomes) ?? []);
  return {
    logLoss: figure(losses),
    ndcg10: figure(gains.map((sum) => ({ sum, count: 1 }))),
  };
}

/** Null for a person who answered nothing. Postings with the same score share what their places give. */
function ndcg(weights: TermWeights, outcomes: readonly Outcome[]): number | null {
  const positives = outcomes.filter(({ isPositive }) => isPositive).length;
  if (positives === 0) return null;
  const levels = [...Map.groupBy(outcomes, (outcome) => shareOf(weights, outcome))].sort(
    ([a], [b]) => b - a,
  );
  let gained = 0;
  let place = 0;
  for (const [, level] of levels) {
    const good = level.filter(({ isPositive }) => isPositive).length;
    gained += (good / level.length) * gainBetween(place, place + level.length);
    place += level.length;
  }
  return gained / gainBetween(0, positives);
}

function gainBetween(from: number, to: number): number {
  let gain = 0;
  for (let place = from; place < Math.min(to, DEPTH); place++) gain += 1 / Math.log2(place + 2);
  return gain;
}

function figure(values: readonly { readonly sum: number; readonly count: number }[]): Figure {
  const draw = seededDraws('weights');
  const ratio = (drawn: readonly { readonly sum: number; readonly count: number }[]): number => {
    const count = drawn.reduce((total, value) => total + value.count, 0);
    return count === 0 ? 0 : drawn.reduce((total, value) => total + value.sum, 0) / count;
  };
  const means = Float64Array.from({ length: RESAMPLES }, () =>
    ratio(values.map(() => values[draw(values.length)] ?? { sum: 0, count: 0 })),
  ).sort();
  const at = (share: number): number => means[Math.floor(RESAMPLES * share)] ?? 0;
  return { mean: ratio(values), interval: [at(0.025), at(0.975)] };
}
