import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../core/clock/index.js';
import { SearchEngine, type SearchHits, type SearchQuery } from '../../core/search-engine/index.js';
import {
  countOf,
  countQuestion,
  isSorted,
  joinedQuestion,
  NO_WORDS,
  questionOf,
  sliceOf,
  type Asked,
  type FindOptions,
} from './query/engine-questions.js';
import { OccupationNames } from './query/occupation-names.service.js';
import type { QueryPart, Words } from './query/query-text.js';
import { queryTokens, type QueryTokens } from './query/query-tokens.js';
import { AnswerRates } from './ranking/answer-rates.service.js';
import { rankResults, type RankedHit } from './ranking/rank-results.js';
import { RANKING } from './ranking/ranking-weights.js';
import { TOTAL_FACET, type Counts } from './search-facets.js';
import { compact } from './text/folded-text.js';
import { WordCutter } from './text/word-cutter.js';

/** A query as it was understood as words. */
export interface ReadText extends QueryTokens {
  /** The words that are looked for, folded. */
  readonly folded: string;
  /** With the skills and without what separates. */
  readonly text: string;
  readonly isAsWritten: boolean;
  /** Other ways to read it; the one that finds most is taken, if it finds so many times more. */
  readonly otherwise: readonly OtherReading[];
}

export const TEXT_READINGS = ['PINYIN', 'MAINLAND_WORDING'] as const;
export type TextReading = (typeof TEXT_READINGS)[number];

interface OtherReading {
  readonly reading: TextReading;
  readonly tokens: Asked;
  /** It is taken where it finds more than so many times what the words find; null: only where nothing else is found. */
  readonly times: number | null;
}

/** A word of Taiwan is read as its word of the mainland where hardly anybody writes it as it is. */
const TIMES_OF_WORDING = 10;

export interface Found {
  /** Best first. */
  readonly ids: readonly string[];
  readonly total: number;
  readonly counts: Counts;
  /** Whether the text stands in a title in one piece. */
  readonly isInTitle: boolean;
  /** What those at the front ask for. */
  readonly skills: readonly string[];
  /** How the text was read, where it was not taken as it is. */
  readonly reading: TextReading | null;
}

const hitShape = z.object({
  id: z.string(),
  title: z.string(),
  skills: z.array(z.string()),
  occupationCodes: z.array(z.string()),
  employer: z.string().nullable(),
  regionIds: z.array(z.string()),
  publishedAt: z.number(),
});

/** Finds postings by words in an index: which ones and how many, in the order of our ranking. */
@Injectable()
export class PostingFinder {
  constructor(
    private readonly engine: SearchEngine,
    private readonly cutter: WordCutter,
    private readonly answerRates: AnswerRates,
    private readonly occupations: OccupationNames,
    private readonly clock: Clock,
  ) {}

  async read({ parts, mainland, concepts, isAsWritten }: Words): Promise<ReadText> {
    const tokens = await this.tokens(parts, concepts);
    const otherwise: OtherReading[] = [];
    if (concepts.length === 0) otherwise.push(...lettersRead(tokens));
    if (mainland) {
      const wording = await this.tokens(mainland, concepts);
      otherwise.push({ reading: 'MAINLAND_WORDING', tokens: wording, times: TIMES_OF_WORDING });
    }
    const folded = parts.flatMap(({ sign, text }) => (sign === '-' ? [] : text)).join(' ');
    const skills = concepts.flatMap(({ kind, text }) => (kind === 'SKILL' ? text : []));
    return {
      ...tokens,
      otherwise,
      folded,
      isAsWritten,
      text: compact([folded, ...skills].join(' ')),
      words: [...tokens.words, ...skills],
    };
  }

  /** What has all of the words; what has them in one piece, and in its title, comes first. */
  async find(index: string, read: ReadText | null, options: FindOptions): Promise<Found> {
    if (read !== null && isEmpty(read)) return NOTHING;
    const asItIs = questionsOf(read ?? NO_WORDS, options);
    const others = read?.otherwise ?? [];
    const otherCounts = others.map(({ tokens }) =>
      countQuestion(tokens, { ...options, facets: [TOTAL_FACET] }),
    );
    const answers = await this.ask(index, [...asItIs, ...otherCounts]);
    const counts = answers.slice(asItIs.length).map(countOf);
    const way = bestOf(others, countOf(answers[0]), counts);
    const [first, joined = first] = way
      ? await this.ask(index, questionsOf(way.tokens, options))
      : answers.slice(0, asItIs.length);
    const total = countOf(first);
    const left = Math.max(0, total - sliceOf(options).offset);
    const hits = (joined?.documents ?? []).slice(0, left).map((hit) => hitShape.parse(hit));
    const page = await this.page(hits, read, options);
    return {
      ids: page.map(({ id }) => id),
      isInTitle: page.some(({ title }) => compact(title).includes(compact(read?.folded ?? ''))),
      skills: [...new Set(hits.flatMap(({ skills }) => skills))],
      total,
      counts: first?.facets ?? {},
      reading: way?.reading ?? null,
    };
  }

  /** How many there are, exactly, read as `find` reads it. */
  async count(
    index: string,
    read: ReadText | null,
    within: Pick<FindOptions, 'filter' | 'guard'>,
  ): Promise<number> {
    if (read !== null && isEmpty(read)) return 0;
    const others = read?.otherwise ?? [];
    const asked = [read ?? NO_WORDS, ...others.map(({ tokens }) => tokens)];
    const answers = await this.ask(
      index,
      asked.map((tokens) => countQuestion(tokens, within)),
    );
    const [words = 0, ...counts] = answers.map(countOf);
    const way = bestOf(others, words, counts);
    return way ? (counts[others.indexOf(way)] ?? 0) : words;
  }

  private ask(index: string, queries: readonly SearchQuery[]): Promise<readonly SearchHits[]> {
    return this.engine.searchMany(queries.map((query) => ({ index, query })));
  }

  private async tokens(
    parts: readonly QueryPart[],
    concepts: Words['concepts'],
  ): Promise<QueryTokens> {
    const tokens = await queryTokens(parts, (run) => this.cutter.cut(run));
    return { ...tokens, required: [...concepts.map(({ token }) => token), ...tokens.required] };
  }

  private async page(
    hits: readonly RankedHit[],
    read: ReadText | null,
    { sort, limit, offset, near = [] }: FindOptions,
  ): Promise<readonly RankedHit[]> {
    if (isSorted(sort) || offset >= RANKING.window) return hits.slice(0, limit);
    const answerRateOf = await this.answerRates.of(hits.map(({ employer }) => employer));
    const isMeant = read !== null && !read.isAsWritten;
    const occupations = isMeant ? await this.occupations.called(read.text) : [];
    const ranked = rankResults(hits.slice(0, RANKING.window), {
      near,
      answerRateOf,
      text: read?.text ?? '',
      words: read?.words ?? [],
      occupations: new Set(occupations.map(({ code }) => code)),
      now: Math.floor(this.clock.now().getTime() / 1_000),
    });
    return [...ranked, ...hits.slice(RANKING.window)].slice(offset, offset + limit);
  }
}

/** What is asked for some words: counts and hits, which where words may stand in one piece are two questions. */
function questionsOf(asked: Asked, options: FindOptions): SearchQuery[] {
  const joined = joinedQuestion(asked, options);
  return joined ? [countQuestion(asked, options), joined] : [questionOf(asked, options)];
}

/** Letters as syllables, and as initials. */
function lettersRead({ pinyin, initials }: QueryTokens): OtherReading[] {
  const readAs = (required: readonly string[], times: number | null): OtherReading => {
    return { reading: 'PINYIN', tokens: { ...NO_WORDS, required }, times };
  };
  return [
    ...pinyin.map((required) => readAs(required, 1)),
    ...(initials.length > 0 ? [readAs(initials, null)] : []),
  ];
}

/** The reading to take instead of the words: the one that finds most, if it finds enough more. */
function bestOf(
  others: readonly OtherReading[],
  words: number,
  counts: readonly number[],
): OtherReading | null {
  let [best, most]: [OtherReading | null, number] = [null, words];
  for (const [at, other] of others.entries()) {
    const count = counts[at] ?? 0;
    const { times } = other;
    const isEnough = times === null ? best === null && words === 0 : count > times * words;
    if (count > most && isEnough) [best, most] = [other, count];
  }
  return best;
}

/** What was typed has nothing that could be found: signs and pictures. */
function isEmpty({ required, excluded }: ReadText): boolean {
  return required.length + excluded.length === 0;
}

const NOTHING: Found = {
  ids: [],
  total: 0,
  counts: {},
  isInTitle: false,
  skills: [],
  reading: null,
};
