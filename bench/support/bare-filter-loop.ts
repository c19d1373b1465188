import { skillKey } from '../../src/modules/reference-data/index.js';
import {
  titlePieces,
  type PostingFeatures,
  type SeekerFeatures,
} from '../../src/modules/matching/engine/match-features.js';

/** Words of bits for the pieces of a title and for skills. */
const TITLE_WORDS = 4;
const SKILL_WORDS = 2;
const TOP = 20;

/** What one would write by hand: filters and bit sets in typed arrays, every pair looked at, the best twenty kept. */
export class BareFilterLoop {
  private readonly education: Int16Array;
  private readonly experience: Int16Array;
  private readonly payMax: Float64Array;
  private readonly region: Int32Array;
  private readonly bits: Int32Array;
  private readonly regions = new Map<string, number>();

  constructor(postings: readonly PostingFeatures[]) {
    const size = postings.length;
    this.education = Int16Array.from(postings, ({ educationRank }) => educationRank ?? -1);
    this.experience = Int16Array.from(postings, ({ experienceYears }) => experienceYears ?? -1);
    this.payMax = Float64Array.from(postings, ({ payMaxFen }) => payMaxFen ?? Infinity);
    this.region = Int32Array.from(postings, ({ regionPath: [first] }) => this.regionOf(first));
    this.bits = new Int32Array(size * (TITLE_WORDS + SKILL_WORDS));
    postings.forEach(({ title, skills }, i) => {
      this.bits.set(
        bitsOf(
          [title],
          skills.map(({ name }) => name),
        ),
        i * (TITLE_WORDS + SKILL_WORDS),
      );
    });
  }

  best(person: SeekerFeatures): { positions: Int32Array; scores: Int32Array } {
    const { bits, education, experience, payMax, region } = this;
    const wanted = bitsOf(person.wishedTitles, person.skills);
    const [w0 = 0, w1 = 0, w2 = 0, w3 = 0, w4 = 0, w5 = 0] = wanted;
    const held = person.educationRank ?? 32_000;
    const years = person.experienceYears ?? 32_000;
    const pay = person.wishedPayMinFen ?? 0;
    const place =
      person.wishedRegionIds.length === 0 ? -1 : this.regionOf(person.wishedRegionIds[0]);
    const positions = new Int32Array(TOP);
    const scores = new Int32Array(TOP);
    let least = 0;
    for (let i = 0, at = 0; i < education.length; i++, at += TITLE_WORDS + SKILL_WORDS) {
      if ((education[i] ?? 0) > held || (experience[i] ?? 0) > years) continue;
      if ((payMax[i] ?? 0) < pay || (place !== -1 && region[i] !== place)) continue;
      const score =
        2 *
          (ones((bits[at] ?? 0) & w0) +
            ones((bits[at + 1] ?? 0) & w1) +
            ones((bits[at + 2] ?? 0) & w2) +
            ones((bits[at + 3] ?? 0) & w3)) +
        ones((bits[at + 4] ?? 0) & w4) +
        ones((bits[at + 5] ?? 0) & w5);
      if (score <= least) continue;
      let k = TOP - 1;
      for (; k > 0 && (scores[k - 1] ?? 0) < score; k--) {
        scores[k] = scores[k - 1] ?? 0;
        positions[k] = positions[k - 1] ?? 0;
      }
      scores[k] = score;
      positions[k] = i;
      least = scores[TOP - 1] ?? 0;
    }
    return { positions, scores };
  }

  private regionOf(id: string | undefined): number {
    if (id === undefined) return -2;
    const known = this.regions.get(id) ?? this.regions.size;
    this.regions.set(id, known);
    return known;
  }
}

function bitsOf(titles: readonly string[], skills: readonly string[]): Int32Array {
  const bits = new Int32Array(TITLE_WORDS + SKILL_WORDS);
  const mark = (word: string, from: number, words: number): void => {
    let hash = 0;
    for (const character of word) hash = Math.imul(hash, 31) + (character.codePointAt(0) ?? 0);
    const bit = (hash >>> 0) % (words * 32);
    bits[from + (bit >> 5)] = (bits[from + (bit >> 5)] ?? 0) | (1 << (bit & 31));
  };
  for (const title of titles) for (const piece of titlePieces(title)) mark(piece, 0, TITLE_WORDS);
  for (const skill of skills) mark(skillKey(skill), TITLE_WORDS, SKILL_WORDS);
  return bits;
}

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
