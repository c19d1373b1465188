import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hashKey } from '../../reference-data/index.js';
import { wordFeatures } from './word-features.js';

const tableSchema = z.object({
  version: z.int().min(1),
  postingCount: z.int().min(0),
  dimensions: z.int().min(1),
  /** By the key of the word: its rarity in tenths and its place, one signed byte each, as base64. */
  words: z.record(z.string(), z.base64()),
});

/** Which words stand for the same work: a version of data, made by `npm run cli -- search learn-words`. */
export type WordTable = z.infer<typeof tableSchema>;

export const RARITY_SCALE = 10;

const TABLE = tableSchema.parse(
  JSON.parse(readFileSync(new URL('word-table.json', import.meta.url), 'utf8')),
);

interface WordPlace {
  readonly rarity: number;
  /** Of length one. */
  readonly place: Float32Array;
}

const HAN = /\p{Script=Han}/u;

const PLACES = new Map<string, WordPlace>(
  Object.entries(TABLE.words).map(([key, word]) => [key, placeOf(word)]),
);

/**
 * The work that a folded text is about, as a direction of length one; null where no word of it is known. The tables are
 * Chinese: of a text without a Chinese character they know nothing.
 */
export function meaningOf(folded: string): Float32Array | null {
  if (!HAN.test(folded)) return null;
  const sum = new Float32Array(TABLE.dimensions);
  for (const feature of wordFeatures(folded)) {
    const word = PLACES.get(hashKey(feature));
    if (!word) continue;
    for (const [i, value] of word.place.entries()) sum[i] = (sum[i] ?? 0) + word.rarity * value;
  }
  const length = Math.hypot(...sum);
  return length === 0 ? null : sum.map((value) => value / length);
}

/** How far two texts are about the same work, from 0 to 1. */
export function kinship(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) return 0;
  let cosine = 0;
  for (const [i, value] of a.entries()) cosine += value * (b[i] ?? 0);
  return Math.max(0, cosine);
}

function placeOf(word: string): WordPlace {
  const bytes = new Int8Array(Buffer.from(word, 'base64'));
  const place = Float32Array.from(bytes.subarray(1));
  const length = Math.hypot(...place) || 1;
  return { rarity: (bytes[0] ?? 0) / RARITY_SCALE, place: place.map((value) => value / length) };
}
