import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { SearchEngine, type SearchQuery } from '../../core/search-engine/index.js';
import type { Found, ReadText } from './posting-finder.service.js';
import { countOf, NO_WORDS, questionOf, type FindOptions } from './query/engine-questions.js';
import { TOTAL_FACET } from './search-facets.js';
import { RANKING, type SimilarWeights } from './ranking/ranking-weights.js';
import { SimilarTitles, type Title } from './ranking/similar-titles.js';
import { soundsAs, syllableTokens } from './text/pinyin-tokens.js';
import { runsOf, titleLetters } from './text/tokens.js';
import { WordCutter } from './text/word-cutter.js';

const titleShape = z.object({ id: z.string(), title: z.string() });

/** The first characters of a text that resembles are looked for; more are as good as all. */
const MOST_ANCHORS = 10;
const ONE_WORD = 2;

/** Finds what is near to words that find little: titles that resemble, and words that sound the same. */
@Injectable()
export class SimilarFinder {
  constructor(
    private readonly engine: SearchEngine,
    private readonly cutter: WordCutter,
  ) {}

  /**
   * Titles that resemble the text most, best first, whether or not all words occur. Two characters that no title has in
   * one piece resemble something only if they are a word, and no title has one that sounds the same: that was meant.
   */
  async similar(
    index: string,
    read: ReadText,
    {
      filter,
      guard,
      limit,
      isInTitle,
      weights = RANKING.similar,
    }: Pick<FindOptions, 'filter' | 'guard' | 'limit'> &
      Pick<Found, 'isInTitle'> & { readonly weights?: SimilarWeights },
  ): Promise<string[]> {
    const letters = lettersOf(read.folded).slice(0, MOST_ANCHORS);
    const depth = Math.max(limit, RANKING.window);
    const common = { filter: filter ?? null, guard: guard ?? null };
    const isOnItsOwn = !isInTitle && letters.length <= ONE_WORD;
    if (isOnItsOwn && !(await this.isWordByItself(index, read, common))) return [];
    const all = await this.engine.search(index, { ...common, facets: [TOTAL_FACET], limit: 0 });
    const titles = new SimilarTitles(read.folded, countOf(all), weights);
    titles.add(await this.titlesWith(index, letters, depth, common));
    const learnt = titles.learn().slice(0, weights.learntLetters);
    titles.add(await this.titlesWith(index, learnt.flatMap(lettersOf), depth, common));
    return titles
      .ranked()
      .slice(0, limit)
      .map(({ id }) => id);
  }

  /** A word that sounds as what was typed and that titles have, the most frequent; null where there is none. */
  async soundingLike(
    index: string,
    { text }: ReadText,
    common: Pick<FindOptions, 'filter' | 'guard'>,
  ): Promise<string | null> {
    if (!/^\p{Script=Han}{2,6}$/u.test(text)) return null;
    const required = syllableTokens(text);
    const options = { ...common, offset: 0, limit: RANKING.window };
    const query = questionOf({ ...NO_WORDS, required }, options);
    const { documents } = await this.engine.search(index, query);
    const counts = new Map<string, number>();
    for (const { title } of documents.map((hit) => titleShape.parse(hit))) {
      for (const word of soundingIn(title, text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  }

  /** A word of the dictionary that nothing sounds like. */
  private async isWordByItself(
    index: string,
    read: ReadText,
    common: Pick<FindOptions, 'filter' | 'guard'>,
  ): Promise<boolean> {
    if ((await this.cutter.cut(read.text)).length !== 1) return false;
    return (await this.soundingLike(index, read, common)) === null;
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
}

/** Other words in a title that sound as this one. */
function soundingIn(title: string, word: string): string[] {
  return wordsOfLength(title, [...word].length).filter(
    (other) => other !== word && soundsAs(other, word),
  );
}

/** Each piece of so many characters of the runs of a title. */
function wordsOfLength(title: string, length: number): string[] {
  return runsOf(title).flatMap(({ text }) => {
    const characters = [...text];
    const pieces = Math.max(0, characters.length - length + 1);
    return Array.from({ length: pieces }, (_, at) => characters.slice(at, at + length).join(''));
  });
}

function lettersOf(folded: string): string[] {
  return [...new Set(runsOf(folded).flatMap(titleLetters))];
}
