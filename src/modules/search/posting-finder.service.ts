import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../core/clock/index.js';
import {
  SearchEngine,
  type SearchFilter,
  type SearchHits,
  type SearchQuery,
} from '../../core/search-engine/index.js';
import type { QueryPart, Words } from './query/query-text.js';
import { queryTokens, type QueryTokens } from './query/query-tokens.js';
import { rankResults, type RankedHit } from './ranking/rank-results.js';
import { SimilarTitles, type Title } from './ranking/similar-titles.js';
import { RANKING } from './ranking/ranking-weights.js';
import { TOTAL_FACET, totalOf, type Counts } from './search-facets.js';
import { PINYIN_ATTRIBUTE, RANKED_BY, WORD_ATTRIBUTES } from './search.settings.js';
import { compact } from './text/folded-text.js';
import { runsOf, titleLetters } from './text/tokens.js';
import { WordCutter } from './text/word-cutter.js';

/** A query as it was understood as words. */
export interface ReadText extends QueryTokens {
  /** All that is looked for, folded, and without what separates. */
  readonly folded: string;
  readonly text: string;
  /** Other ways to read it; the one that finds most is taken, if it finds so many times more. */
  readonly otherwise: readonly OtherReading[];
}

export const TEXT_READINGS = ['PINYIN', 'MAINLAND_WORDING'] as const;
export type TextReading = (typeof TEXT_READINGS)[number];

interface OtherReading {
  readonly reading: TextReading;
  readonly tokens: Pick<QueryTokens, 'required' | 'joining' | 'excluded'>;
}

/** A word of Taiwan is read as its word of the mainland where hardly anybody writes it as it is. */
const TIMES_MORE: Readonly<Record<TextReading, number>> = { PINYIN: 1, MAINLAND_WORDING: 10 };

export interface FindOptions {
  readonly filter?: SearchFilter | null;
  readonly guard?: SearchFilter | null;
  readonly sort?: SearchQuery['sort'];
  readonly facets?: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

export interface Found {
  /** Best first. */
  readonly ids: readonly string[];
  readonly total: number;
  readonly counts: Counts;
  /** Whether the text stands in a title in one piece. */
  readonly isInTitle: boolean;
  /** How the text was read, where it was not taken as it is. */
  readonly reading: TextReading | null;
}

const titleShape = z.object({ id: z.string(), title: z.string() });
const hitShape = titleShape.extend({
  skills: z.array(z.string()),
  employer: z.string().nullable(),
  publishedAt: z.number(),
});

/** The first characters of a text that resembles are looked for; more are as good as all. */
const MOST_ANCHORS = 10;
const ONE_WORD = 2;

/** Finds postings by words in an index: which ones and how many, in the order of our ranking. */
@Injectable()
export class PostingFinder {
  constructor(
    private readonly engine: SearchEngine,
    private readonly cutter: WordCutter,
    private readonly clock: Clock,
  ) {}

  async read({ parts, mainland, benefits }: Words): Promise<ReadText> {
    const tokens = await this.tokens(parts, benefits);
    const otherwise: OtherReading[] =
      benefits.length > 0
        ? []
        : tokens.pinyin.map((required) => ({
            reading: 'PINYIN',
            tokens: { ...NO_WORDS, required },
          }));
    if (mainland) {
      const wording = await this.tokens(mainland, benefits);
      otherwise.push({ reading: 'MAINLAND_WORDING', tokens: wording });
    }
    const folded = parts.flatMap(({ sign, text }) => (sign === '-' ? [] : text)).join(' ');
    return { ...tokens, otherwise, folded, text: compact(folded) };
  }

  /** What has all of the words; what has them in one piece, and in its title, comes first. */
  async find(index: string, read: ReadText | null, options: FindOptions): Promise<Found> {
    const ways: (OtherReading | null)[] = [null, ...(read?.otherwise ?? [])];
    const asked = ways.map((way) => questions(way?.tokens ?? read, options, way?.reading));
    const answers = [
      ...(await this.engine.searchMany(asked.flat().map((query) => ({ index, query })))),
    ];
    const answered = asked.map((questions) => answers.splice(0, questions.length));
    let best = 0;
    for (const [at, way] of ways.entries()) {
      const times = at > 0 && best === 0 ? TIMES_MORE[way?.reading ?? 'PINYIN'] : 1;
      if (countOf(answered[at]) > times * countOf(answered[best])) best = at;
    }
    const chosen = answered[best] ?? [];
    const hits = this.page(chosen, read, options);
    return {
      ids: hits.map(({ id }) => id),
      isInTitle: hits.some(({ title }) => compact(title).includes(read?.text ?? '')),
      total: countOf(chosen),
      counts: chosen.at(-1)?.facets ?? {},
      reading: ways[best]?.reading ?? null,
    };
  }

  /**
   * Titles that resemble the text most, best first, whether or not all words occur. A single word that no title has
   * resembles nothing: its characters say nothing each for itself.
   */
  async similar(
    index: string,
    read: ReadText,
    {
      filter,
      guard,
      limit,
      isInTitle,
    }: Pick<FindOptions, 'filter' | 'guard' | 'limit'> & Pick<Found, 'isInTitle'>,
  ): Promise<string[]> {
    const letters = lettersOf(read.folded).slice(0, MOST_ANCHORS);
    if (!isInTitle && letters.length <= ONE_WORD) return [];
    const depth = Math.max(limit, RANKING.window);
    const common = { filter: filter ?? null, guard: guard ?? null };
    const { counts } = await this.find(index, null, { ...common, offset: 0, limit: 1 });
    const titles = new SimilarTitles(read.folded, totalOf(counts));
    titles.add(await this.titlesWith(index, letters, depth, common));
    const learnt = titles.learn().slice(0, RANKING.similar.learntLetters);
    titles.add(await this.titlesWith(index, learnt.flatMap(lettersOf), depth, common));
    return titles.ranked().slice(0, limit);
  }

  /** Titles that have any of the letters, those with more of them first. */
  private async titlesWith(
    index: string,
    letters: readonly string[],
    limit: number,
    common: Pick<SearchQuery, 'filter' | 'guard'>,
  ): Promise<Title[]> {
    const answers = await this.engine.searchMany(
      letters.map((letter) => ({
        index,
        query: {
          ...common,
          text: [letter, ...letters.filter((other) => other !== letter)].join(' '),
          matching: 'last',
          searchOn: ['titleCharacters'],
          retrieve: ['title'],
          limit,
        },
      })),
    );
    return answers.flatMap(({ documents }) => documents.map((hit) => titleShape.parse(hit)));
  }

  private async tokens(
    parts: readonly QueryPart[],
    benefits: readonly string[],
  ): Promise<QueryTokens> {
    const tokens = await queryTokens(parts, (run) => this.cutter.cut(run));
    return { ...tokens, required: [...benefits, ...tokens.required] };
  }

  private page(
    answers: readonly SearchHits[],
    read: ReadText | null,
    { sort, limit, offset }: FindOptions,
  ): RankedHit[] {
    const documents = answers[0]?.documents.slice(0, countOf(answers)) ?? [];
    const hits = documents.map((document) => hitShape.parse(document));
    if (isSorted(sort) || offset >= RANKING.window) return hits.slice(0, limit);
    const ranked = rankResults(hits.slice(0, RANKING.window), {
      text: read?.text ?? '',
      words: read?.words ?? [],
      now: Math.floor(this.clock.now().getTime() / 1_000),
    });
    return [...ranked, ...hits.slice(RANKING.window)].slice(offset, offset + limit);
  }
}

function lettersOf(folded: string): string[] {
  return [...new Set(runsOf(folded).flatMap(titleLetters))];
}

const NO_WORDS = { required: [], joining: [], excluded: [] };

/**
 * What the engine is asked: the hits in their order with the counts. Where words may stand apart these are two questions:
 * the hits that lack a joining token come after all that have it, and the count of those with all words cuts them off.
 */
function questions(
  read: Pick<QueryTokens, 'required' | 'joining' | 'excluded'> | null,
  { filter, guard, sort, facets = [TOTAL_FACET], limit, offset }: FindOptions,
  reading?: TextReading,
): SearchQuery[] {
  const { required, joining, excluded } = read ?? NO_WORDS;
  const without = excluded.map((phrase) => `-"${phrase.join(' ')}"`);
  const textOf = (tokens: readonly string[]): string => [...tokens, ...without].join(' ');
  const isWindow = !isSorted(sort) && offset < RANKING.window;
  const common = {
    filter: filter ?? null,
    guard: guard ?? null,
    searchOn: reading === 'PINYIN' ? [PINYIN_ATTRIBUTE] : WORD_ATTRIBUTES,
  };
  const hits = {
    ...common,
    retrieve: RANKED_BY,
    ...(sort ? { sort } : {}),
    offset: isWindow ? 0 : offset,
    limit: isWindow ? Math.max(RANKING.window, offset + limit) : limit,
  };
  if (joining.length === 0 || isSorted(sort)) {
    return [{ ...hits, text: textOf(required), matching: 'all', facets }];
  }
  return [
    { ...hits, text: textOf([...required, ...joining]), matching: 'last' },
    { ...common, text: textOf(required), matching: 'all', facets, limit: 0 },
  ];
}

function isSorted(sort: SearchQuery['sort']): boolean {
  return sort !== undefined && sort.length > 0;
}

function countOf(answers: readonly SearchHits[] | undefined): number {
  return totalOf(answers?.at(-1)?.facets ?? {});
}
