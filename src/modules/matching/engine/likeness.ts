import { majorShare, occupationShare } from './match-score.rules.js';
import type { PostingColumns } from './posting-columns.js';
import { MOST_POINTS, pointsOf } from './score-weights.js';
import { TitleFinder } from './title-hits.js';

/** Terms of the score that compare titles and codes. */
export type LikenessTerm = 'WORK' | 'MAJOR' | 'EXPERIENCE';

/** How well postings answer a person's titles and codes by one term. */
export interface Likeness {
  /** Points by posting. */
  readonly points: Int16Array;
  /** Postings with points, by these and what any posting without a credited skill gives at best, highest first. */
  readonly order: Int32Array;
  /** Sum of the two, along `order`. */
  readonly sums: Int16Array;
  /** Highest points of a posting. */
  readonly most: number;
}

/** Bytes kept at a time, over all that was asked for. */
const REMEMBERED_BYTES = 32_000_000;

/** Finds what is like a person's titles and codes. People wish for the same, so what was found is kept for a while. */
export class LikenessFinder {
  private readonly titles: TitleFinder;
  private readonly nothing: Likeness;
  private known = new Map<string, Likeness>();
  private knownBytes = 0;

  constructor(private readonly columns: PostingColumns) {
    this.titles = new TitleFinder(columns);
    this.nothing = {
      points: new Int16Array(columns.size),
      order: new Int32Array(),
      sums: new Int16Array(),
      most: 0,
    };
  }

  get byteLength(): number {
    return this.titles.byteLength + this.nothing.points.byteLength;
  }

  of(term: LikenessTerm, titles: readonly string[], codes: readonly string[]): Likeness {
    if (titles.length + codes.length === 0) return this.nothing;
    const key = JSON.stringify([term, titles, codes]);
    const known = this.known.get(key);
    if (known) return known;
    const found = this.find(term, titles, codes);
    const bytes = found.points.byteLength + found.order.byteLength + found.sums.byteLength;
    if (this.knownBytes + bytes > REMEMBERED_BYTES) {
      this.known = new Map();
      this.knownBytes = 0;
    }
    this.known.set(key, found);
    this.knownBytes += bytes;
    return found;
  }

  private find(term: LikenessTerm, titles: readonly string[], codes: readonly string[]): Likeness {
    const points = new Int16Array(this.columns.size);
    for (const title of titles) {
      const hits = this.titles.hits(term, title);
      for (let at = 0; at < hits.postings.length; at++) {
        const i = hits.postings[at] ?? 0;
        points[i] = Math.max(points[i] ?? 0, hits.points[at] ?? 0);
      }
    }
    if (term !== 'EXPERIENCE') this.addCodes(term, codes, points);
    return { points, ...inOrder(points, this.columns.plainPoints) };
  }

  private addCodes(term: 'WORK' | 'MAJOR', codes: readonly string[], points: Int16Array): void {
    const [lists, share] =
      term === 'WORK'
        ? [this.columns.occupations, occupationShare]
        : [this.columns.majors, majorShare];
    for (const own of codes) {
      for (const asked of lists.keys()) {
        const given = pointsOf(term, share(own, asked));
        if (given === 0) continue;
        const { from, to } = lists.range(asked);
        for (let at = from; at < to; at++) {
          const i = lists.postings[at] ?? 0;
          points[i] = Math.max(points[i] ?? 0, given);
        }
      }
    }
  }
}

function inOrder(points: Int16Array, plain: Int16Array): Omit<Likeness, 'points'> {
  const starts = new Int32Array(MOST_POINTS + 1);
  let most = 0;
  for (let i = 0; i < points.length; i++) {
    const given = points[i] ?? 0;
    if (given === 0) continue;
    if (given > most) most = given;
    const sum = given + (plain[i] ?? 0);
    starts[sum] = (starts[sum] ?? 0) + 1;
  }
  // Where the postings of a sum begin: after those of all higher sums.
  let count = 0;
  for (let sum = MOST_POINTS; sum >= 0; sum--) {
    const of = starts[sum] ?? 0;
    starts[sum] = count;
    count += of;
  }
  const order = new Int32Array(count);
  const sums = new Int16Array(count);
  for (let i = 0; i < points.length; i++) {
    const given = points[i] ?? 0;
    if (given === 0) continue;
    const sum = given + (plain[i] ?? 0);
    const at = starts[sum] ?? 0;
    order[at] = i;
    sums[at] = sum;
    starts[sum] = at + 1;
  }
  return { order, sums, most };
}
