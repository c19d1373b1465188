import { describe, expect, it } from 'vitest';
import { latentPlaces } from './latent-space.js';

const [WELDER, CUTTER, ARC, NURSE, WARD, MEDICINE] = [0, 1, 2, 3, 4, 5];
const TEXTS = [
  [WELDER, CUTTER],
  [WELDER, CUTTER],
  [CUTTER, ARC],
  [NURSE, WARD],
  [NURSE, WARD],
  [WARD, MEDICINE],
].map((features) => new Map(features.map((feature) => [feature, 1])));

describe('latentPlaces', () => {
  const places = latentPlaces(TEXTS, 6, 2);

  it('places features near each other that stand beside the same ones, though never together', () => {
    expect(cosine(places, WELDER, ARC)).toBeGreaterThan(0.99);
    expect(cosine(places, NURSE, MEDICINE)).toBeGreaterThan(0.99);
    expect(cosine(places, WELDER, NURSE)).toBeCloseTo(0, 5);
  });

  it('has the products of the truncated singular value decomposition', () => {
    // Of each half the largest singular value alone is left; its square is the largest eigenvalue of the Gram matrix.
    const largest = largestOf([
      [2, 2, 0],
      [2, 3, 1],
      [0, 1, 1],
    ]);
    const squares = places.reduce((sum, value) => sum + value * value, 0);

    expect(squares).toBeCloseTo(2 * largest, 6);
  });
});

function cosine(places: Float64Array, a: number, b: number): number {
  const [x, y] = [places.subarray(a * 2, a * 2 + 2), places.subarray(b * 2, b * 2 + 2)];
  const product = x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  return product / (Math.hypot(...x) * Math.hypot(...y));
}

/** The largest eigenvalue of a symmetric matrix, by plain power iteration. */
function largestOf(matrix: readonly (readonly number[])[]): number {
  let vector = matrix.map(() => 1);
  let value = 0;
  for (let round = 0; round < 200; round += 1) {
    const next = matrix.map((row) => row.reduce((sum, x, i) => sum + x * (vector[i] ?? 0), 0));
    value = Math.hypot(...next);
    vector = next.map((x) => x / value);
  }
  return value;
}
