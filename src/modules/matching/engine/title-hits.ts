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
  private readonly postings: Int32Array;
  private readonly points: Int16Array;

  constructor(private readonly columns: PostingColumns) {
    this.common = new Int32Array(columns.size);
    this.postings = new Int32Array(columns.size);
    this.points = new Int16Array(columns.size);
  }

  get byteLength(): number {
    return this.common.byteLength + this.postings.byteLength + this.points.byteLength;
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
    let count = 0;
    for (let i = 0; i < common.length; i++) {
      if (common[i] === 0) continue;
      const share = similarity(common[i] ?? 0, length, titleLengths[i] ?? 1);
      const given = share === 0 ? 0 : pointsOf(term, share);
      if (given === 0) continue;
      this.postings[count] = i;
      this.points[count] = given;
      count += 1;
    }
    return { postings: this.postings.slice(0, count), points: this.points.slice(0, count) };
  }
}
