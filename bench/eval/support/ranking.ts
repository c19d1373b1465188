import { interval, mean, rounded, seeded, type Interval } from './statistics.js';

/** How well a way of ranking does over all queries. */
export interface RankingFigures {
  readonly ndcg10: number;
  readonly ndcg10Interval: Interval;
  readonly recall100: number;
  readonly recall100Interval: Interval;
}

/** A query (a person, a title) with the positions that are right for it. */
export interface Query<T> {
  readonly of: T;
  readonly relevant: ReadonlySet<number>;
}

const TIES = 5;

/** Ranks all candidates for each query; what scores the same stands in one random order, the same for every ranking. */
export function measureRanking<T>(
  queries: readonly Query<T>[],
  candidateCount: number,
  scoresOf: (of: T) => ArrayLike<number>,
): RankingFigures {
  const random = seeded(TIES);
  const lot = Float64Array.from({ length: candidateCount }, () => random());
  const figures = queries.map(({ of, relevant }) => {
    const scores = scoresOf(of);
    const order = Uint32Array.from({ length: candidateCount }, (_, i) => i).sort(
      (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || (lot[a] ?? 0) - (lot[b] ?? 0),
    );
    return { ndcg: ndcg(order, relevant, 10), recall: recall(order, relevant, 100) };
  });
  const ndcgs = figures.map((each) => each.ndcg);
  const recalls = figures.map((each) => each.recall);
  return {
    ndcg10: rounded(mean(ndcgs)),
    ndcg10Interval: interval(ndcgs),
    recall100: rounded(mean(recalls)),
    recall100Interval: interval(recalls),
  };
}

function ndcg(order: ArrayLike<number>, relevant: ReadonlySet<number>, depth: number): number {
  const gain = (place: number): number => 1 / Math.log2(place + 2);
  let gained = 0;
  let most = 0;
  for (let place = 0; place < depth; place++) {
    if (relevant.has(order[place] ?? -1)) gained += gain(place);
    if (place < relevant.size) most += gain(place);
  }
  return gained / most;
}

function recall(order: ArrayLike<number>, relevant: ReadonlySet<number>, depth: number): number {
  let found = 0;
  for (let place = 0; place < depth; place++) if (relevant.has(order[place] ?? -1)) found += 1;
  return found / relevant.size;
}

const K1 = 1.2;
const B = 0.75;

/** BM25 over bags of words, the text baseline. */
export class Bm25 {
  private readonly postings = new Map<string, [document: number, count: number][]>();
  private readonly lengths: readonly number[];
  private readonly meanLength: number;

  constructor(documents: readonly (readonly string[])[]) {
    this.lengths = documents.map((words) => words.length);
    this.meanLength = mean(this.lengths);
    documents.forEach((words, document) => {
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const [word, count] of counts) {
        const list = this.postings.get(word) ?? [];
        list.push([document, count]);
        this.postings.set(word, list);
      }
    });
  }

  scores(words: readonly string[]): Float64Array {
    const scores = new Float64Array(this.lengths.length);
    for (const word of new Set(words)) {
      const list = this.postings.get(word) ?? [];
      const rarity = Math.log(1 + (scores.length - list.length + 0.5) / (list.length + 0.5));
      for (const [document, count] of list) {
        const length = (this.lengths[document] ?? 0) / this.meanLength;
        const weight = (count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
        scores[document] = (scores[document] ?? 0) + rarity * weight;
      }
    }
    return scores;
  }
}

/** Latin words, and single Chinese characters with their pairs. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const latin = plain.match(/[a-z0-9+#]+/g) ?? [];
  const runs = plain.match(/\p{Script=Han}+/gu) ?? [];
  return [
    ...latin,
    ...runs.flatMap((run) => {
      const characters = [...run];
      return [...characters, ...characters.slice(1).map((c, i) => `${characters[i] ?? ''}${c}`)];
    }),
  ];
}
