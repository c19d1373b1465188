import { textTable } from '../../../core/cli/index.js';
import { MATCH_TERMS, type ScoreWeights } from '../engine/score-weights.js';
import type { FittedWeights, OutcomeCounts } from './fit-weights.js';
import { LEAST_POSITIVES, LEAST_POSTINGS } from './fit-weights.js';
import type { Figure, TermWeights } from './weights-figures.js';

export function termWeights({ maxima, neutral }: ScoreWeights): TermWeights {
  return {
    maxima: MATCH_TERMS.map((name) => maxima[name]),
    neutral: MATCH_TERMS.map((name) => neutral[name]),
  };
}

/** The weights as they are stored. */
export function scoreWeights(
  { maxima, neutral }: TermWeights,
  version: number,
  basis: string,
): ScoreWeights {
  const byName = (values: readonly number[]) =>
    Object.fromEntries(MATCH_TERMS.map((name, i) => [name, values[i] ?? 0]));
  return {
    version,
    basis,
    maxima: byName(maxima) as ScoreWeights['maxima'],
    neutral: byName(neutral) as ScoreWeights['neutral'],
  };
}

/** What weights were learned from, in one line without a date. */
export function basisOf(source: string, counts: OutcomeCounts): string {
  const { positives, negatives, people, postings } = counts;
  return `${source}: ${positives} positive and ${negatives} negative of ${people} people and ${postings} postings`;
}

/** What the operator decides by. */
export function reportOf(present: TermWeights, fitted: FittedWeights): string[] {
  const { weights, before, after, kept } = fitted;
  if (kept === 'TOO_FEW') {
    return [
      `Too few outcomes: at least ${LEAST_POSITIVES} positive and as many negative ones of ${LEAST_POSTINGS} people and ${LEAST_POSTINGS} postings are needed. The present weights stay.`,
    ];
  }
  if (!weights || !before || !after) {
    return ['Learned weights predict people left out no better. The present weights stay.'];
  }
  const terms = MATCH_TERMS.map((name, i) => [
    name,
    String(present.maxima[i]),
    String(weights.maxima[i]),
    String(present.neutral[i]),
    String(weights.neutral[i]),
  ]);
  return [
    ...textTable([['TERM', 'POINTS', 'LEARNED', 'NEUTRAL', 'LEARNED'], ...terms]),
    '',
    ...textTable([
      ['PEOPLE HELD OUT', 'BEFORE', 'AFTER'],
      ['log-loss', shown(before.logLoss), shown(after.logLoss)],
      ['nDCG@10', shown(before.ndcg10), shown(after.ndcg10)],
    ]),
  ];
}

function shown({ mean, interval: [low, high] }: Figure): string {
  return `${mean.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`;
}
