/** Resamples for an interval. */
const RESAMPLES = 1_000;

const SEED = 20_261_122;

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same things in random order. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const copy = [...things];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [copy[i], copy[j]];
    if (a !== undefined && b !== undefined) [copy[i], copy[j]] = [b, a];
  }
  return copy;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export type Interval = readonly [low: number, high: number];

/**
 * The 95 % percentile interval of a mean, or of what people got as a share of `of` what they could, from 1,000
 * resamples of the people the values belong to. The same seed draws the same people, so figures of one run compare.
 */
export function interval(
  values: readonly number[],
  of: readonly number[] = values.map(() => 1),
): Interval {
  const random = seeded(SEED);
  const means = new Float64Array(RESAMPLES);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    let sum = 0;
    let most = 0;
    for (let i = 0; i < values.length; i++) {
      const drawn = Math.floor(random() * values.length);
      sum += values[drawn] ?? 0;
      most += of[drawn] ?? 0;
    }
    means[resample] = most === 0 ? 0 : sum / most;
  }
  means.sort();
  const at = (share: number): number => rounded(means[Math.floor(RESAMPLES * share)] ?? 0);
  return [at(0.025), at(0.975)];
}

/** 0 when all get the same, towards 1 when one gets everything. */
export function gini(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const total = sorted.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce(
    (sum, count, i) => sum + (2 * (i + 1) - sorted.length - 1) * count,
    0,
  );
  return weighted / (sorted.length * total);
}

export function rounded(value: number, digits = 4): number {
  return Number(value.toFixed(digits));
}
