import {
  UNKNOWN_POSTING,
  UNKNOWN_SEEKER,
  type PostingFeatures,
  type SeekerFeatures,
} from '../../../src/modules/matching/engine/match-features.js';
import { MatchIndex } from '../../../src/modules/matching/engine/match-index.js';
import { interestShare } from '../../../src/modules/matching/engine/match-score.rules.js';
import { rowsOf } from './data.js';
import { Bm25, measureRanking, wordsOf, type Query, type RankingFigures } from './ranking.js';
import { seeded, shuffled } from './statistics.js';

const SPLIT = 7;

/** People who looked at postings, and the postings. */
export interface Views {
  /** Without the interest in them. */
  readonly postings: readonly PostingFeatures[];
  /** Half of the people of whom words and a state are known; nothing is learned from them. */
  readonly heldOut: readonly Query<SeekerFeatures>[];
  /** The other half. */
  readonly known: readonly Query<SeekerFeatures>[];
  /** How many people that are not held out looked at each posting. */
  readonly popularity: Float64Array;
}

/**
 * Views of a US job board for part-time work. Stated interests are wishes, positions held are experience, and the state
 * of those stands for the region.
 */
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
export function measureViews({ postings, heldOut, popularity }: Views) {
  const index = MatchIndex.of(
    postings.map((posting, i) => ({
      ...posting,
      interestShare: interestShare(popularity[i] ?? 0),
    })),
  );
  const withoutInterest = MatchIndex.of(postings);
  const text = new Bm25(postings.map(({ title }) => wordsOf(title)));
  const draw = seeded(8);
  const figures = (scoresOf: (person: SeekerFeatures) => ArrayLike<number>): RankingFigures =>
    measureRanking(heldOut, postings.length, scoresOf);
  const isHere = (person: SeekerFeatures): boolean[] =>
    postings.map(({ regionPath }) => regionPath.some((id) => person.wishedRegionIds.includes(id)));
  const textOf = ({ wishedTitles, pastTitles }: SeekerFeatures): Float64Array =>
    text.scores([...wishedTitles, ...pastTitles].flatMap(wordsOf));
  const within = (person: SeekerFeatures, scores: Float64Array): Float64Array => {
    const here = isHere(person);
    return scores.map((score, i) => score + (here[i] ? 1_000_000 : 0));
  };
  // Every posting was looked at by somebody: what nobody but people held out looked at is told by that alone.
  const nobodyAsOne = popularity.map((count) => Math.max(1, count));
  return {
    people: heldOut.length,
    candidates: postings.length,
    score: figures((person) => index.scores(person)),
    scoreWithoutInterest: figures((person) => withoutInterest.scores(person)),
    baselines: {
      random: figures(() => popularity.map(() => draw())),
      popularity: figures(() => popularity),
      popularityWithRegion: figures((person) => within(person, popularity)),
      popularityWithRegionNobodyAsOne: figures((person) => within(person, nobodyAsOne)),
      textOnly: figures(textOf),
      textWithRegion: figures((person) => within(person, textOf(person))),
      occupationCodeOnly: 'no codes in this data',
    },
  };
}

function peopleWithWishes(): SeekerFeatures[] {
  const wishes = new Map<string, Set<string>>();
  const positions = new Map<string, Set<string>>();
  const states = new Map<string, Set<string>>();
  const note = (into: Map<string, Set<string>>, applicant = '', value = ''): void => {
    if (value.trim() !== '') into.set(applicant, (into.get(applicant) ?? new Set()).add(value));
  };
  for (const row of rowsOf('job-views-2015/interests.csv.gz')) {
    note(wishes, row['applicant'], row['position_of_interest']);
  }
  for (const row of rowsOf('job-views-2015/experience.csv.gz')) {
    note(positions, row['applicant'], row['position']);
    note(states, row['applicant'], row['state']);
  }
  return [...states]
    .filter(([applicant]) => wishes.has(applicant) || positions.has(applicant))
    .map(([applicant, regions]) => ({
      ...UNKNOWN_SEEKER,
      profileId: applicant,
      wishedTitles: [...(wishes.get(applicant) ?? [])],
      pastTitles: [...(positions.get(applicant) ?? [])],
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
