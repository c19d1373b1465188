import type { SearchEngine } from '../../../src/core/search-engine/index.js';
import { rowsOf } from './data.js';
import { titled } from './search-documents.js';
import { averagePrecision, figureOf, ndcg10, type Figure } from './search-metrics.js';
import { ScratchIndex } from './scratch-index.js';
import type { SearchWay } from './search-ways.js';
import { mean, rounded, seeded, shuffled } from './statistics.js';

/** As deep as the engine goes without being told otherwise. */
const DEPTH = 1_000;
const SPLIT_SEED = 17;

export interface JudgedFigures {
  /** Of each query; the half for tuning first. */
  readonly precisions: readonly number[];
  /** Of the half that nothing was tuned to. */
  readonly map: Figure;
  readonly tuningMap: Figure;
  /** Of both halves, to be compared with what others report of the whole. */
  readonly wholeMap: Figure;
  readonly ndcg10: number;
  readonly noHitShare: number;
}

/** Titles that people judged, searched for by one another. */
export async function measureJudged(
  engine: SearchEngine,
  way: SearchWay,
  language: 'zh' | 'en',
): Promise<JudgedFigures> {
  const folder = `jobtitle-relevance/${language}`;
  const corpus = rowsOf(`${folder}/corpus.csv.gz`);
  const ids = new Map(corpus.map(({ doc_id: id = '' }, row) => [id, String(row)]));
  const titles = corpus.map(({ title = '' }, row) => titled(String(row), title));
  const relevant = new Map<string, Set<string>>();
  for (const { query_id: query = '', doc_id: title = '' } of rowsOf(`${folder}/qrels.csv.gz`)) {
    const id = ids.get(title);
    if (id !== undefined) relevant.set(query, (relevant.get(query) ?? new Set()).add(id));
  }
  const index = await ScratchIndex.fill(engine, way, titles, language);
  const queries = shuffled(rowsOf(`${folder}/queries.csv.gz`), seeded(SPLIT_SEED));
  const asked: { hits: number; ap: number; ndcg: number }[] = [];
  for (const { query_id: query = '', title = '' } of queries) {
    const right = relevant.get(query) ?? new Set<string>();
    const found = await index.askOn(title, DEPTH);
    asked.push({
      hits: found.length,
      ap: averagePrecision(found, right),
      ndcg: ndcg10(found, right),
    });
  }
  await index.drop();
  const half = Math.floor(asked.length / 2);
  const apOf = (some: typeof asked): Figure => figureOf(some.map(({ ap }) => ap));
  return {
    precisions: asked.map(({ ap }) => ap),
    map: apOf(asked.slice(half)),
    tuningMap: apOf(asked.slice(0, half)),
    wholeMap: apOf(asked),
    ndcg10: rounded(mean(asked.slice(half).map(({ ndcg }) => ndcg))),
    noHitShare: rounded(mean(asked.map(({ hits }) => (hits === 0 ? 1 : 0)))),
  };
}

/** Of all queries, each half as the setting finds it that is best for the other half. */
export function crossFitted(settings: readonly JudgedFigures[]): Figure {
  const halves = (of: JudgedFigures): [readonly number[], readonly number[]] => {
    const half = Math.floor(of.precisions.length / 2);
    return [of.precisions.slice(0, half), of.precisions.slice(half)];
  };
  const bestBy = (half: 0 | 1): JudgedFigures | undefined =>
    [...settings].sort((a, b) => mean(halves(b)[half]) - mean(halves(a)[half]))[0];
  const [first, second] = [bestBy(1), bestBy(0)];
  return figureOf([...(first ? halves(first)[0] : []), ...(second ? halves(second)[1] : [])]);
}
