import { hashKey } from '../../reference-data/index.js';
import { latentPlaces } from './latent-space.js';
import { wordFeatures } from './word-features.js';
import { RARITY_SCALE, type WordTable } from './word-table.js';

/** A posting, or a row of a code table: how much it says of words, and its texts with how much each says of it. */
export interface LearntText {
  readonly says: number;
  readonly parts: readonly { readonly folded: string; readonly says: number }[];
}

export interface WordSources {
  /** Official names, everyday names and what stands above them. */
  readonly tables: readonly LearntText[];
  readonly postings: readonly LearntText[];
}

const DIMENSIONS = 60;
/** Words of fewer postings leave no trace; of the code tables, which are public, two rows are enough. */
const LEAST_POSTINGS = 20;
const LEAST_ROWS = 2;
const LARGEST_BYTE = 127;

/** What the texts teach of their words. The same texts give the same table. */
export function learnWords({ tables, postings }: WordSources, version: number): WordTable {
  const rows = tables.map(countsOf);
  const posted = postings.map(countsOf);
  const rowsWith = frequent(rows, 1);
  const postingsWith = frequent(posted, LEAST_POSTINGS);
  const textCount = rows.length + posted.length;
  const rarities = new Map<string, number>();
  for (const feature of [...new Set([...rowsWith.keys(), ...postingsWith.keys()])].sort()) {
    const count = (rowsWith.get(feature) ?? 0) + (postingsWith.get(feature) ?? 0);
    if (count >= LEAST_ROWS) rarities.set(feature, Math.log(1 + textCount / count));
  }
  const numbers = new Map([...rarities.keys()].map((feature, number) => [feature, number]));
  const sparse = (counts: ReadonlyMap<string, number>, says = 1): Map<number, number> =>
    new Map(
      [...counts].flatMap(([feature, count]): [number, number][] => {
        const number = numbers.get(feature);
        if (number === undefined) return [];
        return [[number, says * Math.log1p(count) * (rarities.get(feature) ?? 0)]];
      }),
    );
  const texts = [
    ...rows.map((counts, at) => sparse(counts, tables[at]?.says)),
    ...posted.map((counts, at) => sparse(counts, postings[at]?.says)),
  ];
  const places = latentPlaces(texts, numbers.size, DIMENSIONS);
  const words = [...numbers].map(([feature, number]): [string, string] => {
    const place = places.subarray(number * DIMENSIONS, (number + 1) * DIMENSIONS);
    return [hashKey(feature), bytesOf(rarities.get(feature) ?? 0, place)];
  });
  return {
    version,
    postingCount: postings.length,
    dimensions: DIMENSIONS,
    words: Object.fromEntries(words.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function countsOf({ parts }: LearntText): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { folded, says } of parts) {
    for (const feature of new Set(wordFeatures(folded))) {
      counts.set(feature, (counts.get(feature) ?? 0) + says);
    }
  }
  return counts;
}

/** The features of at least so many texts, with how many have them; of the others the texts keep nothing. */
function frequent(texts: readonly Map<string, number>[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const feature of text.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  for (const text of texts) {
    for (const feature of text.keys()) if ((counts.get(feature) ?? 0) < least) text.delete(feature);
  }
  return new Map([...counts].filter(([, count]) => count >= least));
}

function bytesOf(rarity: number, place: Float64Array): string {
  const largest = place.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const bytes = Int8Array.from([
    Math.min(LARGEST_BYTE, Math.round(rarity * RARITY_SCALE)),
    ...Array.from(place, (value) => Math.round((value / largest) * LARGEST_BYTE)),
  ]);
  return Buffer.from(bytes.buffer).toString('base64');
}
