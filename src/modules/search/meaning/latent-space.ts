import { hash } from '../../reference-data/index.js';

/** What stands in one text, by the number of the feature, with how much it says. */
export type SparseRow = ReadonlyMap<number, number>;

const ROUNDS = 20;

/**
 * Features as places in few dimensions, so that features that stand in texts of the same kind lie near each other (latent
 * semantic analysis; Deerwester and others, 1990). By subspace iteration over texts × features: the products of places are
 * those of the truncated singular value decomposition. It begins anywhere, the same each time. Feature after feature,
 * `dimensions` numbers each.
 */
export function latentPlaces(
  texts: readonly SparseRow[],
  featureCount: number,
  dimensions: number,
): Float64Array {
  const width = dimensions;
  let base = Float64Array.from({ length: texts.length * width }, (_, at) => hash(String(at)));
  let places = new Float64Array(featureCount * width);
  for (let round = 0; round < ROUNDS; round += 1) {
    orthonormalise(base, width);
    places = new Float64Array(featureCount * width);
    for (const [text, features] of texts.entries()) {
      for (const [feature, says] of features) addTimes(places, feature, base, text, says, width);
    }
    const next = new Float64Array(texts.length * width);
    for (const [text, features] of texts.entries()) {
      for (const [feature, says] of features) addTimes(next, text, places, feature, says, width);
    }
    base = next;
  }
  return places;
}

/** Adds so many times a row of one table to a row of the other. */
function addTimes(
  to: Float64Array,
  toRow: number,
  from: Float64Array,
  fromRow: number,
  times: number,
  width: number,
): void {
  const [target, source] = [toRow * width, fromRow * width];
  for (let i = 0; i < width; i += 1) {
    to[target + i] = (to[target + i] ?? 0) + times * (from[source + i] ?? 0);
  }
}

/** Columns of length one, each at a right angle to the others (modified Gram–Schmidt). */
function orthonormalise(table: Float64Array, width: number): void {
  for (let column = 0; column < width; column += 1) {
    for (let other = 0; other < column; other += 1) {
      const shared = product(table, column, other, width);
      for (let at = 0; at < table.length; at += width) {
        table[at + column] = (table[at + column] ?? 0) - shared * (table[at + other] ?? 0);
      }
    }
    const length = Math.sqrt(product(table, column, column, width)) || 1;
    for (let at = 0; at < table.length; at += width) {
      table[at + column] = (table[at + column] ?? 0) / length;
    }
  }
}

function product(table: Float64Array, a: number, b: number, width: number): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += width) {
    sum += (table[at + a] ?? 0) * (table[at + b] ?? 0);
  }
  return sum;
}
