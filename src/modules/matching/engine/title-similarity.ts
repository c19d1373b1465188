import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { hash, hashKey } from '../../reference-data/index.js';

const tableSchema = z.object({
  version: z.int().min(1),
  /** Different titles that it was learned from. */
  titleCount: z.int().min(0),
  /** Of a piece that is in fewer than `LEAST_TITLES`, by its script. */
  unknown: z.object({ han: z.int().min(1), latin: z.int().min(1) }),
  /** By the key of the piece. */
  weights: z.record(z.string(), z.int().min(1)),
});

/** How much each piece of a title says: a version of data, made by `npm run cli -- matching fit`. */
export type TitleRarity = z.infer<typeof tableSchema>;

/** What fewer titles than this have in common leaves no trace in the table. */
export const LEAST_TITLES = 20;

/** Titles that are less alike than 0.22 share only words that say nothing of the work. */
const LEAST_COSINE = 0.22 ** 2;

const TABLE = tableSchema.parse(
  JSON.parse(readFileSync(new URL('title-rarity.json', import.meta.url), 'utf8')),
);

/** A title as its pieces with their weights; whole numbers, so that sums do not depend on the order. */
export interface TitleVector {
  readonly weights: ReadonlyMap<string, number>;
  /** The same by the numbers of the pieces, ascending: two titles are compared in one pass. */
  readonly numbers: Int32Array;
  readonly inOrder: Int32Array;
  /** Root of the sum of the weights. */
  readonly length: number;
}

/** Titles cut up lately: a posting is compared with thousands of people, and wishes repeat. */
const lately = new Map<string, TitleVector>();
const LATELY = 10_000;

export function titleVector(title: string): TitleVector {
  const known = lately.get(title);
  if (known) return known;
  if (lately.size >= LATELY) lately.clear();
  const vector = cutUp(title);
  lately.set(title, vector);
  return vector;
}

function cutUp(title: string): TitleVector {
  const weights = new Map(
    [...pieces(title)].map((piece) => [
      piece,
      TABLE.weights[hashKey(piece)] ?? TABLE.unknown[isHan(piece) ? 'han' : 'latin'],
    ]),
  );
  const numbered = [...weights].map(([piece, weight]): [number, number] => [hash(piece), weight]);
  numbered.sort(([a], [b]) => a - b);
  return {
    weights,
    numbers: Int32Array.from(numbered, ([number]) => number),
    inOrder: Int32Array.from(numbered, ([, weight]) => weight),
    length: Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight, 0)),
  };
}

/**
 * 1 for the same pieces, 0 without a common one: the root of the cosine of the two, by what is common and both lengths.
 * The root, because two titles for the same work seldom share more than a few pieces.
 */
export function similarity(common: number, a: number, b: number): number {
  // An empty title has no length.
  if (common === 0) return 0;
  const cosine = common / (a * b);
  return cosine < LEAST_COSINE ? 0 : Math.min(1, Math.sqrt(cosine));
}

/** How alike two titles are, 0 … 1. */
export function titleSimilarity(a: TitleVector, b: TitleVector): number {
  let common = 0;
  let at = 0;
  for (let i = 0; i < a.numbers.length; i++) {
    const number = a.numbers[i] ?? 0;
    while (at < b.numbers.length && (b.numbers[at] ?? 0) < number) at += 1;
    if (b.numbers[at] === number) common += a.inOrder[i] ?? 0;
  }
  return similarity(common, a.length, b.length);
}

/**
 * Chinese characters and their pairs, with the one a run begins with; Latin words and their runs of three letters, so
 * that endings matter little.
 */
export function* pieces(title: string): Generator<string> {
  const plain = title.normalize('NFKC').toLowerCase();
  const found = new Set<string>();
  for (const [word] of plain.matchAll(/[^\P{L}\p{Script=Han}]+|[\p{N}+#]+/gu)) {
    found.add(`=${word}`);
    const edged = [...`^${word}$`];
    for (let i = 0; i + 3 <= edged.length; i++) found.add(edged.slice(i, i + 3).join(''));
  }
  for (const [run] of plain.matchAll(/\p{Script=Han}+/gu)) {
    const characters = [...run];
    found.add(`^${characters[0] ?? ''}`);
    for (const [i, character] of characters.entries()) {
      found.add(character);
      if (i > 0) found.add(`${characters[i - 1] ?? ''}${character}`);
    }
  }
  yield* found;
}

/**
 * The table that titles give, each counted once however many postings bear it: the rarer a piece, the more it says
 * (inverse document frequency, squared).
 */
export function fitTitleRarity(titles: Iterable<string>, version: number): TitleRarity {
  const different = new Set(
    [...titles].map((title) => title.normalize('NFKC').toLowerCase().trim()),
  );
  const counts = new Map<string, number>();
  const scripts = { han: 0, latin: 0 };
  for (const title of different) {
    const found = [...pieces(title)];
    for (const piece of found) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    if (found.some(isHan)) scripts.han += 1;
    if (!found.every(isHan)) scripts.latin += 1;
  }
  const weights: [string, number][] = [];
  for (const [piece, count] of counts) {
    const of = isHan(piece) ? scripts.han : scripts.latin;
    if (count >= LEAST_TITLES) weights.push([hashKey(piece), weightOf(count, of)]);
  }
  weights.sort(([a], [b]) => (a < b ? -1 : 1));
  const unknown = {
    han: weightOf(LEAST_TITLES / 2, scripts.han),
    latin: weightOf(LEAST_TITLES / 2, scripts.latin),
  };
  return { version, titleCount: different.size, unknown, weights: Object.fromEntries(weights) };
}

function isHan(piece: string): boolean {
  return /^\^?\p{Script=Han}/u.test(piece);
}

function weightOf(count: number, of: number): number {
  const rarity = Math.log(1 + (Math.max(0, of - count) + 0.5) / (count + 0.5));
  return Math.max(1, Math.round(10 * rarity ** 2));
}
