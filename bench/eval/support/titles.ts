import { UNKNOWN_SEEKER } from '../../../src/modules/matching/engine/match-features.js';
import { MatchIndex } from '../../../src/modules/matching/engine/match-index.js';
import { rowsOf } from './data.js';
import { Bm25, measureRanking, wordsOf, type Query } from './ranking.js';
import { seeded } from './statistics.js';
import { postingOf } from './views.js';

/** The score's work term on titles judged by people: what it takes for the same work, from the title alone. */
export function measureTitles(language: 'zh' | 'en') {
  const folder = `jobtitle-relevance/${language}`;
  const corpus = rowsOf(`${folder}/corpus.csv.gz`);
  const positions = new Map(corpus.map((row, i) => [row['doc_id'] ?? '', i]));
  const relevant = new Map<string, Set<number>>();
  for (const { query_id: query = '', doc_id: document = '' } of rowsOf(`${folder}/qrels.csv.gz`)) {
    const position = positions.get(document);
    if (position === undefined) continue;
    relevant.set(query, (relevant.get(query) ?? new Set()).add(position));
  }
  const queries: Query<string>[] = rowsOf(`${folder}/queries.csv.gz`).flatMap((row) => {
    const of = relevant.get(row['query_id'] ?? '');
    return of ? [{ of: row['title'] ?? '', relevant: of }] : [];
  });
  const titles = corpus.map((row) => row['title'] ?? '');
  const index = MatchIndex.of(titles.map((title, i) => postingOf(String(i), title, '')));
  const text = new Bm25(titles.map(wordsOf));
  const draw = seeded(9);
  const figures = (scoresOf: (title: string) => ArrayLike<number>) =>
    measureRanking(queries, titles.length, scoresOf);
  return {
    queries: queries.length,
    titles: titles.length,
    score: figures((title) =>
      index.scores({ ...UNKNOWN_SEEKER, profileId: '', wishedTitles: [title] }),
    ),
    baselines: {
      random: figures(() => titles.map(() => draw())),
      contains: figures((title) => titles.map((each) => (each.includes(title) ? 1 : 0))),
      textOnly: figures((title) => text.scores(wordsOf(title))),
      popularity: 'nobody looked at these titles',
      occupationCodeOnly: 'no codes in this data',
    },
  };
}
