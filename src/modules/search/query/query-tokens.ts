import { hanToken, latinTokens, pairsOf, runsOf } from '../text/tokens.js';
import { typedInitialTokens, typedPinyinTokens } from '../text/pinyin-tokens.js';
import type { QueryPart } from './query-text.js';

/** Words that the engine reads of one query; it ignores what comes after. */
const MOST_TOKENS = 10;

/** A query as the engine is asked. */
export interface QueryTokens {
  /** All of these must occur. */
  readonly required: readonly string[];
  /** These bring what is written in one piece to the front. */
  readonly joining: readonly string[];
  /** None of these phrases may occur. */
  readonly excluded: readonly (readonly string[])[];
  /** What the letters say when they are read as pinyin, for each way to read them. */
  readonly pinyin: readonly (readonly string[])[];
  /** What they say when they are read as initials: sjfx for 数据分析. */
  readonly initials: readonly string[];
  /** The words, for the ranking. */
  readonly words: readonly string[];
}

/** The tokens of what was typed; `cut` cuts a run of characters into words. */
export async function queryTokens(
  parts: readonly QueryPart[],
  cut: (run: string) => Promise<readonly string[]>,
): Promise<QueryTokens> {
  const required: string[] = [];
  const joining: string[] = [];
  const excluded: string[][] = [];
  const words: string[] = [];
  for (const { sign, text, isQuoted } of parts) {
    const runs = runsOf(text);
    if (sign === '-') {
      const phrase = runs.flatMap((run) => tokensOf(run.text, run.writing));
      if (phrase.length > 0) excluded.push(phrase);
      continue;
    }
    for (const { writing, text: run } of runs) {
      const isWhole = writing === 'latin' || isQuoted || sign === '+';
      const cutWords = isWhole ? [run] : joinedSingles(await cut(run));
      words.push(...cutWords);
      const crossing = new Set(isWhole ? [] : crossingPairs(cutWords));
      for (const token of tokensOf(run, writing)) {
        (crossing.has(token) ? joining : required).push(token);
      }
    }
  }
  const unique = [...new Set(required)];
  return {
    required: spread(unique, MOST_TOKENS),
    joining: spread([...new Set(joining)], Math.max(0, MOST_TOKENS - unique.length)),
    excluded,
    pinyin: pinyinOf(parts),
    initials: initialsOf(parts),
    words,
  };
}

function tokensOf(run: string, writing: 'han' | 'latin'): string[] {
  return writing === 'han' ? pairsOf(run) : latinTokens(run).slice(0, 1);
}

/** Single characters in a row are a word that the dictionary does not know. */
function joinedSingles(words: readonly string[]): string[] {
  const joined: string[] = [];
  let isSingle = false;
  for (const word of words) {
    const goesOn = isSingle && [...word].length === 1;
    if (goesOn) joined.push(`${joined.pop() ?? ''}${word}`);
    else joined.push(word);
    isSingle = [...word].length === 1;
  }
  return joined;
}

/** The pairs that stand between two words: 苏州电子厂 need not be written in one piece. A single character holds on. */
function crossingPairs(words: readonly string[]): string[] {
  return words.slice(1).flatMap((word, i) => {
    const [before, after] = [[...(words[i] ?? '')], [...word]];
    if (before.length < 2 || after.length < 2) return [];
    return [hanToken(`${before.at(-1) ?? ''}${after[0] ?? ''}`)];
  });
}

/** So many of them at most, from everywhere in the list. */
function spread(tokens: readonly string[], most: number): string[] {
  if (tokens.length <= most) return [...tokens];
  return Array.from(
    { length: most },
    (_, i) => tokens[Math.floor((i * tokens.length) / most)] ?? '',
  );
}

function pinyinOf(parts: readonly QueryPart[]): string[][] {
  if (!parts.every(({ sign, text }) => sign === null && /^[a-z'’]+$/u.test(text))) return [];
  const ways = typedPinyinTokens(parts.map(({ text }) => text).join(''));
  return ways.map((tokens) => spread(tokens, MOST_TOKENS));
}

function initialsOf(parts: readonly QueryPart[]): string[] {
  const [part, ...others] = parts;
  const isOne = part !== undefined && others.length === 0 && part.sign === null;
  return isOne && /^[a-z]{3,8}$/u.test(part.text) ? typedInitialTokens(part.text) : [];
}
