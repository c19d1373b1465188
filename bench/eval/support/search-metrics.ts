import type { Interval } from './statistics.js';
import { interval, mean, rounded } from './statistics.js';

/** Share of what is right among the first so many. */
export function recallAt(
  ids: readonly string[],
  relevant: ReadonlySet<string>,
  depth: number,
): number {
  const found = ids.slice(0, depth).filter((id) => relevant.has(id)).length;
  return relevant.size === 0 ? 0 : found / relevant.size;
}

/** Mean of the precision at each right hit; what is not found counts as zero. */
export function averagePrecision(ids: readonly string[], relevant: ReadonlySet<string>): number {
  let found = 0;
  let sum = 0;
  for (const [place, id] of ids.entries()) {
    if (!relevant.has(id)) continue;
    found += 1;
    sum += found / (place + 1);
  }
  return relevant.size === 0 ? 0 : sum / relevant.size;
}

/** Normalised discounted cumulative gain among the first ten, of relevance that is or is not. */
export function ndcg10(ids: readonly string[], relevant: ReadonlySet<string>): number {
  const gain = (place: number): number => 1 / Math.log2(place + 2);
  let [gained, most] = [0, 0];
  for (let place = 0; place < 10; place += 1) {
    if (relevant.has(ids[place] ?? '')) gained += gain(place);
    if (place < relevant.size) most += gain(place);
  }
  return most === 0 ? 0 : gained / most;
}

/** A mean with its 95 % interval over queries. */
export interface Figure {
  readonly value: number;
  readonly interval: Interval;
}

export function figureOf(values: readonly number[]): Figure {
  return { value: rounded(mean(values)), interval: interval(values) };
}
