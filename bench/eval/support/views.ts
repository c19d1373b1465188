import {
  UNKNOWN_POSTING,
  UNKNOWN_SEEKER,
  type PostingFeatures,
  type SeekerFeatures,
} from '../../../src/modules/matching/engine/match-features.js';
import { MatchIndex } from '../../../src/modules/matching/engine/match-index.js';
import { rowsOf } from './data.js';
import { Bm25, measureRanking, wordsOf, type Query, type RankingFigures } from './ranking.js';
import { seeded, shuffled } from './statistics.js';

const SPLIT = 7;

/** People who looked at postings, and the postings. */
export interface Views {
  readonly postings: readonly PostingFeatures[];
  /** Half of the people of whom words and a state are known; nothing is learned from them. */
  readonly heldOut: readonly Query<SeekerFeatures>[];
  /** The other half. */
  readonly known: readonly Query<SeekerFeatures>[];
  /** How many people that are not held out looked at each posting. */
  readonly popularity: Float64Array;
}

/** Views of a US job board for part-time work. Past positions and interests stand for wishes, the state for the region. */
export function readViews(): Views {
  const views = rowsOf('job-views-2015/views.csv.gz');
  const positions = new Map<string, number>();
  const postings: PostingFeatures[] = [];
  const seen = new Map<string, Set<number>>();
  for (const view of views) {
    const job = view['job'] ?? '';
    const position = positions.get(job) ?? postings.length;
    if (position === postings.length) {
      positions.set(job, position);
      postings.push(postingOf(job, view['title'] ?? '', view['state'] ?? ''));
    }
    const applicant = view['applicant'] ?? '';
    seen.set(applicant, (seen.get(applicant) ?? new Set()).add(position));
  }
  const people = peopleWithWishes().flatMap((of) => {
    const relevant = seen.get(of.profileId);
    return relevant ? [{ of, relevant }] : [];
  });
  const drawn = shuffled(people, seeded(SPLIT));
  const heldOut = drawn.slice(0, Math.floor(drawn.length / 2));
  const isHeldOut = new Set(heldOut.map(({ of }) => of.profileId));
  const popularity = new Float64Array(postings.length);
  for (const [applicant, looked] of seen) {
    if (isHeldOut.has(applicant)) continue;
    for (const i of looked) popularity[i] = (popularity[i] ?? 0) + 1;
  }
  return { postings, heldOut, known: drawn.slice(heldOut.length), popularity };
}

/** The engine's score on views held out, beside what needs no engine. */
export function measureViews(views: Views) {
  const { postings, heldOut, popularity } = views;
  const index = MatchIndex.of(postings);
  const text = new Bm25(postings.map(({ title }) => wordsOf(title)));
  const draw = seeded(8);
  const figures = (scoresOf: (person: SeekerFeatures) => ArrayLike<number>): RankingFigures =>
    measureRanking(heldOut, postings.length, scoresOf);
  const isHere = (person: SeekerFeatures): boolean[] =>
    postings.map(({ regionPath }) => regionPath.some((id) => person.wishedRegionIds.includes(id)));
  const textOf = (person: SeekerFeatures): Float64Array =>
    text.scores(person.wishedTitles.flatMap(wordsOf));
  const within = (person: SeekerFeatures, scores: Float64Array): Float64Array => {
    const here = isHere(person);
    return scores.map((score, i) => score + (here[i] ? 1_000_000 : 0));
  };
  return {
    people: heldOut.length,
    candidates: postings.length,
    score: figures((person) => index.scores(person)),
    scoreWithPopularity: scoreWithPopularity(views, index),
    baselines: {
      random: figures(() => popularity.map(() => draw())),
      popularity: figures(() => popularity),
      popularityWithRegion: figures((person) => within(person, popularity)),
      textOnly: figures(textOf),
      textWithRegion: figures((person) => within(person, textOf(person))),
      occupationCodeOnly: 'no codes in this data',
    },
  };
}

/** Points that the score is given for each e-fold more people who looked, tried on the half of the people known. */
const POPULARITY_POINTS = [25, 50, 100, 200, 400];

/** What a term for popularity would bring. The product has none: what is popular already would be shown the more. */
function scoreWithPopularity({ postings, heldOut, known, popularity }: Views, index: MatchIndex) {
  const scores = (person: SeekerFeatures, points: number, own?: ReadonlySet<number>) => {
    const of = index.scores(person);
    return Float64Array.from(of, (score, i) => {
      const others = (popularity[i] ?? 0) - (own?.has(i) ? 1 : 0);
      return score + (score > 0 ? 1_000 : 0) + points * Math.log1p(others);
    });
  };
  const ownViews = new Map(known.map(({ of, relevant }) => [of, relevant]));
  const [best] = POPULARITY_POINTS.map((points) => {
    const { ndcg10 } = measureRanking(known, postings.length, (person) =>
      scores(person, points, ownViews.get(person)),
    );
    return { points, ndcg10 };
  }).sort((a, b) => b.ndcg10 - a.ndcg10);
  const points = best?.points ?? 0;
  return {
    note: 'not in the product',
    points,
    ...measureRanking(heldOut, postings.length, (person) => scores(person, points)),
  };
}

function peopleWithWishes(): SeekerFeatures[] {
  const wishes = new Map<string, Set<string>>();
  const states = new Map<string, Set<string>>();
  const note = (into: Map<string, Set<string>>, applicant = '', value = ''): void => {
    if (value.trim() !== '') into.set(applicant, (into.get(applicant) ?? new Set()).add(value));
  };
  for (const row of rowsOf('job-views-2015/interests.csv.gz')) {
    note(wishes, row['applicant'], row['position_of_interest']);
  }
  for (const row of rowsOf('job-views-2015/experience.csv.gz')) {
    note(wishes, row['applicant'], row['position']);
    note(states, row['applicant'], row['state']);
  }
  return [...states]
    .filter(([applicant]) => wishes.has(applicant))
    .map(([applicant, regions]) => ({
      ...UNKNOWN_SEEKER,
      profileId: applicant,
      wishedTitles: [...(wishes.get(applicant) ?? [])],
      wishedRegionIds: [...regions],
    }));
}

export function postingOf(id: string, title: string, region: string): PostingFeatures {
  return {
    ...UNKNOWN_POSTING,
    jobPostingId: id,
    title,
    regionPath: region === '' ? [] : [region],
  };
}
