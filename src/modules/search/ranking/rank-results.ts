import { compact } from '../text/folded-text.js';
import { RANKING } from './ranking-weights.js';

/** What a result is ranked by, as the index has it. */
export interface RankedHit {
  readonly id: string;
  /** Folded. */
  readonly title: string;
  readonly skills: readonly string[];
  /** Of the occupation, from the widest down. */
  readonly occupationCodes: readonly string[];
  readonly employer: string | null;
  /** Of the workplace, from the province down. */
  readonly regionIds: readonly string[];
  /** Seconds since 1970. */
  readonly publishedAt: number;
}

export interface RankedQuery {
  /** All that was typed, without what separates. */
  readonly text: string;
  readonly words: readonly string[];
  /** Occupations that are called so. */
  readonly occupations: ReadonlySet<string>;
  /** Where the viewer is, from the province down; empty where that is not known. */
  readonly near: readonly string[];
  /** Share of applications an employer answers in time. */
  readonly answerRateOf: (employer: string | null) => number;
  /** Seconds since 1970. */
  readonly now: number;
}

const DAY_S = 86_400;

/**
 * The order of results: a sum of nine terms, each between 0 and 1, times its weight. The weights are data
 * (`ranking-weights.json`). Ties keep the order of the engine. Afterwards no employer fills a page, as long as others are
 * left that fit as well: titles that have the text, and titles that do not, are spread each for itself.
 */
export function rankResults(hits: readonly RankedHit[], query: RankedQuery): RankedHit[] {
  const scored = hits.map((hit, place) => ({ hit, place, ...scoreOf(hit, query) }));
  scored.sort((a, b) => b.score - a.score || a.place - b.place);
  const having = (hasText: boolean): RankedHit[] =>
    scored.filter((one) => one.hasText === hasText).map(({ hit }) => hit);
  return spreadEmployers(having(false), spreadEmployers(having(true)));
}

function scoreOf(
  hit: RankedHit,
  { text, words, occupations, near, answerRateOf, now }: RankedQuery,
): { score: number; hasText: boolean } {
  const { results: w } = RANKING;
  const title = compact(hit.title);
  const hasText = text !== '' && title.includes(text);
  const ageDays = Math.max(0, now - hit.publishedAt) / DAY_S;
  const score =
    w.exactTitle * Number(title === text) +
    w.titleHasText * Number(hasText) +
    w.titleWords * shareOf(words, (word) => title.includes(compact(word))) +
    w.titleShare * (hasText ? text.length / title.length : 0) +
    w.occupation * Number(occupations.has(hit.occupationCodes.at(-1) ?? '')) +
    w.skills * shareOf(words, (word) => hit.skills.some((skill) => skill.includes(word))) +
    w.nearness * nearnessOf(hit.regionIds, near) +
    w.answerRate * answerRateOf(hit.employer) +
    w.freshness * 0.5 ** (ageDays / w.freshnessHalfLifeDays);
  return { score, hasText };
}

/** There are no coordinates: it is the smallest region two places have in common that counts. */
function nearnessOf(place: readonly string[], near: readonly string[]): number {
  const [county, city, province] = RANKING.nearness;
  const shared = near.findLastIndex((region, depth) => place[depth] === region);
  return [province, city, county][shared] ?? 0;
}

/** Share of the letters of words that fit. */
function shareOf(words: readonly string[], fits: (word: string) => boolean): number {
  let [fitting, all] = [0, 0];
  for (const word of words) {
    all += word.length;
    if (fits(word)) fitting += word.length;
  }
  return all === 0 ? 0 : fitting / all;
}

/**
 * At most so many of one employer among so many in a row, as long as others are left to stand between; they go behind
 * those that are placed.
 */
export function spreadEmployers(
  hits: readonly RankedHit[],
  before: readonly RankedHit[] = [],
): RankedHit[] {
  const { postings, of } = RANKING.mostOfOneEmployer;
  const waiting = [...hits];
  const placed = [...before];
  while (waiting.length > 0) {
    const lately = placed.slice(-(of - 1));
    const isCrowded = ({ employer }: RankedHit): boolean =>
      employer !== null && lately.filter((hit) => hit.employer === employer).length >= postings;
    const at = waiting.findIndex((hit) => !isCrowded(hit));
    placed.push(...waiting.splice(Math.max(at, 0), 1));
  }
  return placed;
}
