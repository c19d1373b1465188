import { stemmer } from 'stemmer';
import { kinship, meaningOf } from '../meaning/word-table.js';
import { runsOf } from '../text/tokens.js';
import type { SimilarWeights } from './ranking-weights.js';

export interface Title {
  readonly id: string;
  /** Folded. */
  readonly title: string;
}

/** A title and what it says, as far as the order of similar ones goes: features with their counts. */
interface Described extends Title {
  readonly features: ReadonlyMap<string, number>;
  /** Sum of the counts times the weights. */
  readonly length: number;
}

/**
 * Titles in the order in which they resemble what was typed. Okapi BM25 (Robertson and Zaragoza, 2009) over single
 * characters, Latin words, their roots and three letters of them; then once more with what the best of them have in
 * common (relevance feedback, Rocchio 1971), and how far they are about the same work. Titles that share nothing are left
 * out.
 */
export class SimilarTitles {
  private asked: ReadonlyMap<string, number>;
  private readonly meaning: Float32Array | null;
  private readonly titles = new Map<string, Described>();

  /** Of so many titles in `all`, with those that are never looked at. */
  constructor(
    query: string,
    private readonly all: number,
    private readonly weights: SimilarWeights,
  ) {
    this.meaning = meaningOf(query);
    this.asked = new Map([...describe(query).features].map(([f, n]) => [f, n * this.weightOf(f)]));
  }

  add(titles: readonly Title[]): void {
    for (const one of titles) this.titles.set(one.id, { ...one, ...describe(one.title) });
  }

  /** Learns what the best titles have in common. Answers the words and characters that nobody typed, the best first. */
  learn(): string[] {
    const corpus = new Corpus([...this.titles.values()], this.all, this.weights);
    const taught = new Map(this.asked);
    const common = corpus.common(corpus.rank(this.asked));
    for (const [feature, share] of common) {
      const more = this.weights.learntWeight * share * this.weightOf(feature);
      taught.set(feature, (taught.get(feature) ?? 0) + more);
    }
    const learnt = common.filter(([feature]) => !this.asked.has(feature) && !feature.includes(' '));
    this.asked = taught;
    return learnt.map(([feature]) => feature);
  }

  ranked(): Title[] {
    const titles = [...this.titles.values()];
    const found = new Corpus(titles, this.all, this.weights).rank(this.asked);
    const best = found[0]?.score ?? 1;
    return found
      .flatMap(({ at, score }) => {
        const title = titles[at];
        return title ? [{ title, score: score / best + this.kinshipWith(title) }] : [];
      })
      .sort((a, b) => b.score - a.score)
      .map(({ title }) => title);
  }

  private kinshipWith({ title }: Title): number {
    return this.weights.meaningWeight * kinship(this.meaning, meaningOf(title));
  }

  private weightOf(feature: string): number {
    if (feature.startsWith('root ')) return this.weights.rootWeight;
    return feature.startsWith('three ') ? this.weights.threeLettersWeight : 1;
  }
}

interface Scored {
  readonly at: number;
  readonly score: number;
}

class Corpus {
  private readonly having = new Map<string, number[]>();
  private readonly meanLength: number;

  constructor(
    private readonly titles: readonly Described[],
    /** Titles there are, with those that are not looked at. */
    private readonly all: number,
    private readonly weights: SimilarWeights,
  ) {
    for (const [at, { features }] of titles.entries()) {
      for (const feature of features.keys()) {
        const list = this.having.get(feature);
        if (list) list.push(at);
        else this.having.set(feature, [at]);
      }
    }
    const total = titles.reduce((sum, { length }) => sum + length, 0);
    this.meanLength = total / Math.max(1, titles.length);
  }

  rank(asked: ReadonlyMap<string, number>): Scored[] {
    const scores = new Float64Array(this.titles.length);
    for (const [feature, weight] of asked) {
      const rarity = weight * this.rarity(feature);
      for (const at of this.having.get(feature) ?? []) {
        scores[at] = (scores[at] ?? 0) + rarity * this.presence(at, feature);
      }
    }
    const found: Scored[] = [];
    for (const [at, score] of scores.entries()) if (score > 0) found.push({ at, score });
    return found.sort((a, b) => b.score - a.score || a.at - b.at);
  }

  /** What the best titles have in common, with the share of them that has it. */
  common(ranked: readonly Scored[]): [string, number][] {
    const best = ranked[0]?.score ?? 1;
    const shares = new Map<string, number>();
    let total = 0;
    for (const { at, score } of ranked.slice(0, this.weights.teachers)) {
      const say = (score / best) ** this.weights.teacherPower;
      total += say;
      for (const feature of this.titles[at]?.features.keys() ?? []) {
        shares.set(feature, (shares.get(feature) ?? 0) + say);
      }
    }
    return [...shares]
      .map(([feature, sum]): [string, number] => [feature, sum / total])
      .sort((a, b) => b[1] * this.rarity(b[0]) - a[1] * this.rarity(a[0]));
  }

  private rarity(feature: string): number {
    const count = this.having.get(feature)?.length ?? 0;
    return Math.log(1 + (this.all - count + 0.5) / (count + 0.5));
  }

  private presence(at: number, feature: string): number {
    const title = this.titles[at];
    const count = title?.features.get(feature) ?? 0;
    const length = (title?.length ?? 0) / this.meanLength;
    const { saturation: k, lengthShare: b } = this.weights;
    return (count * (k + 1)) / (count + k * (1 - b + b * length));
  }
}

function describe(title: string): { features: Map<string, number>; length: number } {
  const features = new Map<string, number>();
  for (const feature of featuresOf(title)) features.set(feature, (features.get(feature) ?? 0) + 1);
  let length = 0;
  for (const count of features.values()) length += count;
  return { features, length };
}

/** Names like 3d and c++ have neither roots nor parts. */
const WORD = /^\p{L}{3,}$/u;

function featuresOf(title: string): string[] {
  return runsOf(title).flatMap(({ writing, text }) => {
    if (writing === 'han') return [...text];
    if (!WORD.test(text)) return [text];
    const letters = `^${text}$`;
    const threes = Array.from({ length: letters.length - 2 }, (_, i) => letters.slice(i, i + 3));
    return [text, `root ${stemmer(text)}`, ...threes.map((three) => `three ${three}`)];
  });
}
