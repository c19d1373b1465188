import type { PostingColumns } from './posting-columns.js';
import { pointsOf, type MatchTermName } from './score-weights.js';
import { similarity, titleVector } from './title-similarity.js';

/** Postings whose title is like one title, with the points that gives. */
export interface TitleHits {
  readonly postings: Int32Array;
  readonly points: Int16Array;
}

/** Hits kept at a time, over all titles; one is six bytes. */
const REMEMBERED = 4_000_000;

/** Finds the postings with a title like a given one. Wishes repeat, so what was found is kept for a while. */
export class TitleFinder {
  private known = new Map<string, TitleHits>();
  private knownCount = 0;
  private readonly common: Int32Array;

  constructor(private readonly columns: PostingColumns) {
    this.common = new Int32Array(columns.size);
  }

  get byteLength(): number {
    return this.common.byteLength;
  }

  hits(term: MatchTermName, title: string): TitleHits {
    const key = `${term} ${title}`;
    const known = this.known.get(key);
    if (known) return known;
    const found = this.find(term, title);
    if (this.knownCount + found.postings.length > REMEMBERED) {
      this.known = new Map();
      this.knownCount = 0;
    }
    this.known.set(key, found);
    this.knownCount += found.postings.length;
    return found;
  }

  private find(term: MatchTermName, title: string): TitleHits {
    const { titles, titleLengths } = this.columns;
    const { weights, length } = titleVector(title);
    const common = this.common.fill(0);
    for (const [piece, weight] of weights) {
      const { from, to } = titles.range(piece);
      for (let at = from; at < to; at++) {
        const i = titles.postings[at] ?? 0;
        common[i] = (common[i] ?? 0) + weight;
      }
    }
    const postings: number[] = [];
    const points: number[] = [];
    for (let i = 0; i < common.length; i++) {
      if (common[i] === 0) continue;
      const given = pointsOf(term, similarity(common[i] ?? 0, length, titleLengths[i] ?? 1));
      if (given === 0) continue;
      postings.push(i);
      points.push(given);
    }
    return { postings: Int32Array.from(postings), points: Int16Array.from(points) };
  }
}
