import { Converter as JapaneseConverter } from 'opencc-js';
import { Converter } from 'opencc-js/cn2t';
import { simplified } from '../../../src/modules/reference-data/index.js';
import { pinyin } from 'pinyin-pro';
import { seeded, shuffled } from './statistics.js';
import type { Searched } from './search-documents.js';

export const KINDS = [
  'title',
  'suffix',
  'inner',
  'alias',
  'pinyin',
  'traditional',
  'mixed',
  'typo',
] as const;
export type QueryKind = (typeof KINDS)[number];

/** A query and the documents it must find. */
export interface KnownItem {
  readonly kind: QueryKind;
  readonly text: string;
  readonly relevant: ReadonlySet<string>;
  /** Looked at while something is changed; the other half is reported. */
  readonly isForTuning: boolean;
}

/** A word nobody wrote, and a word that sounds the same and that somebody wrote: it must not be found. */
export interface SoundAlike {
  readonly text: string;
  readonly written: string;
}

export interface QuerySet {
  readonly known: readonly KnownItem[];
  readonly alike: readonly SoundAlike[];
}

/** More than these cannot stand on one page of 20. */
const MOST_RELEVANT = 20;
const WANTED: Readonly<Record<QueryKind, number>> = {
  title: 200,
  suffix: 150,
  inner: 150,
  alias: 200,
  pinyin: 150,
  traditional: 150,
  mixed: 150,
  typo: 100,
};
const WANTED_ALIKE = 150;

const HAN_RUN = /\p{Script=Han}+/gu;
const LATIN_WORD = /[A-Za-z][A-Za-z+#.]*/gu;

/** How titles and queries are compared: full width folded, lower case, no spaces. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}

/** Queries of every kind, drawn from the documents; the same seed draws the same. */
export function drawQueries(documents: readonly Searched[], seed: number): QuerySet {
  const random = seeded(seed);
  const postings = documents.filter(({ occupation }) => occupation.length === 0);
  const titles = new Titles(documents);
  const words = new Words(postings.map(({ title }) => title));
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the types of the package do not resolve
  const traditional: (text: string) => string = Converter({ from: 'cn', to: 't' });
  const of: Readonly<Record<QueryKind, () => Iterable<string | readonly [string, string]>>> = {
    title: () => shuffled(postings, random).map(({ title }) => title),
    suffix: () => shuffled(words.atTheEnd, random),
    inner: () => shuffled(words.inside, random),
    alias: () => [],
    pinyin: () => shuffled(words.all, random).map((word) => [spelt(word), word] as const),
    traditional: () =>
      shuffled(words.all, random).flatMap((word) => {
        const written = traditional(word);
        return written === word ? [] : [[written, word] as const];
      }),
    mixed: () =>
      shuffled(postings, random).flatMap(({ title }) => {
        const found = mixedOf(title, random);
        return found ? [found] : [];
      }),
    typo: () => shuffled(words.latin, random).map((word) => [slip(word, random), word] as const),
  };
  const known = KINDS.flatMap((kind) => {
    const found =
      kind === 'alias'
        ? aliasQueries(documents, titles, random)
        : knownItems(of[kind](), titles, WANTED[kind]);
    return found.map(([text, relevant], place): KnownItem => {
      return { kind, text, relevant, isForTuning: place % 2 === 0 };
    });
  });
  return { known, alike: soundAlikes(words, titles, random) };
}

type Found = readonly [text: string, relevant: ReadonlySet<string>];

/** Each text with the documents whose title has it, or has what it stands for. */
function knownItems(
  texts: Iterable<string | readonly [string, string]>,
  titles: Titles,
  wanted: number,
): Found[] {
  const found = new Map<string, ReadonlySet<string>>();
  for (const each of texts) {
    const [text, written] = typeof each === 'string' ? [each, each] : each;
    if (found.has(text)) continue;
    const relevant = titles.with(written);
    if (relevant.size > 0 && relevant.size <= MOST_RELEVANT) found.set(text, relevant);
    if (found.size === wanted) break;
  }
  return [...found];
}

/** What people call an occupation finds it under its official name; names that titles have as well are left out. */
function aliasQueries(
  documents: readonly Searched[],
  titles: Titles,
  random: () => number,
): Found[] {
  const byAlias = new Map<string, Set<string>>();
  for (const { id, occupation } of documents) {
    for (const alias of occupation) byAlias.set(alias, (byAlias.get(alias) ?? new Set()).add(id));
  }
  const unwritten = [...byAlias].filter(([alias]) => !titles.has(alias));
  return shuffled(unwritten, random).slice(0, WANTED.alias);
}

/** Which documents have a text in their title. */
class Titles {
  private readonly byPair = new Map<string, number[]>();
  private readonly titles: readonly string[];
  /** With their spaces, which part Latin words. */
  private readonly spaced: readonly string[];

  constructor(private readonly documents: readonly Searched[]) {
    this.titles = documents.map(({ title }) => folded(title));
    this.spaced = documents.map(({ title }) => title.normalize('NFKC').toLowerCase());
    for (const [at, title] of this.titles.entries()) {
      for (const pair of new Set(pairsOf(title))) {
        const list = this.byPair.get(pair);
        if (list) list.push(at);
        else this.byPair.set(pair, [at]);
      }
    }
  }

  with(text: string): ReadonlySet<string> {
    const sought = folded(text);
    const lists = pairsOf(sought).map((pair) => this.byPair.get(pair) ?? []);
    const [rarest = []] = lists.sort((a, b) => a.length - b.length);
    const found = rarest.filter((at) =>
      [this.titles, this.spaced].some((titles) => stands(titles[at] ?? '', sought)),
    );
    return new Set(found.flatMap((at) => this.documents[at]?.id ?? []));
  }

  has(text: string): boolean {
    return this.with(text).size > 0;
  }
}

/** A Latin word counts where it stands, not inside another word: `it` is not in `revit`. */
function stands(title: string, sought: string): boolean {
  const letter = /[a-z0-9]/u;
  for (let at = title.indexOf(sought); at >= 0; at = title.indexOf(sought, at + 1)) {
    const [before, after] = [title[at - 1] ?? '', title[at + sought.length] ?? ''];
    const isCut =
      (letter.test(before) && letter.test(sought[0] ?? '')) ||
      (letter.test(after) && letter.test(sought.at(-1) ?? ''));
    if (!isCut) return true;
  }
  return false;
}

function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}

/** Words of titles: what stands by itself in one of them is a word wherever else it occurs. */
class Words {
  readonly all: readonly string[];
  /** At the end, or elsewhere, of a longer run of characters. */
  readonly atTheEnd: readonly string[];
  readonly inside: readonly string[];
  readonly latin: readonly string[];

  constructor(titles: readonly string[]) {
    const runs = new Set(titles.flatMap((title) => title.match(HAN_RUN) ?? []));
    const words = new Set([...runs].filter((run) => run.length >= 2 && run.length <= 4));
    const [atTheEnd, inside] = [new Set<string>(), new Set<string>()];
    for (const run of runs) {
      for (let from = 1; from < run.length - 1; from += 1) {
        for (let length = 2; length <= 4 && from + length <= run.length; length += 1) {
          const part = run.slice(from, from + length);
          if (words.has(part)) (from + length === run.length ? atTheEnd : inside).add(part);
        }
      }
    }
    this.all = [...words];
    this.atTheEnd = [...atTheEnd];
    this.inside = [...inside];
    const latin = titles.flatMap((title) => title.normalize('NFKC').match(LATIN_WORD) ?? []);
    this.latin = [...new Set(latin.map((word) => word.toLowerCase()))].filter(
      (word) => word.length >= 5 && /^[a-z]+$/u.test(word),
    );
  }
}

/** As it is typed: letters without tones and spaces. */
function spelt(word: string): string {
  return pinyin(word, { toneType: 'none', type: 'array', v: true }).join('');
}

/** A Latin word of the title in other letters beside a word of it in characters. */
function mixedOf(title: string, random: () => number): readonly [string, string] | null {
  const match = /([A-Za-z][A-Za-z+#.]*)(\p{Script=Han}{2,})/u.exec(title);
  const [, latin, run] = match ?? [];
  if (latin === undefined || run === undefined) return null;
  const ways = [latin.toUpperCase(), latin.toLowerCase(), fullWidth(latin)];
  const written = ways[Math.floor(random() * ways.length)] ?? latin;
  const space = random() < 0.5 ? ' ' : '';
  return [`${written}${space}${run}`, `${latin}${run}`];
}

function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/** Two letters in the middle change places, or one is missing. */
function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, one, two, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  return random() < 0.5 && one !== two
    ? `${before}${two ?? ''}${one ?? ''}${after}`
    : `${before}${two ?? ''}${after}`;
}

/** Words of two characters of which one is put in place of another that sounds the same and is no other form of it. */
function soundAlikes(words: Words, titles: Titles, random: () => number): SoundAlike[] {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the types of the package do not resolve
  const fromJapanese: (text: string) => string = JapaneseConverter({ from: 'jp', to: 'cn' });
  const characters = [...new Set(words.all.join(''))].filter((one) => simplified(one) === one);
  const bySound = new Map<string, string[]>();
  for (const character of characters) {
    const sound = pinyin(character, { toneType: 'num' });
    bySound.set(sound, [...(bySound.get(sound) ?? []), character]);
  }
  const found: SoundAlike[] = [];
  for (const written of shuffled(
    words.all.filter((word) => word.length === 2),
    random,
  )) {
    const [first = '', second = ''] = written;
    const others = (bySound.get(pinyin(second, { toneType: 'num' })) ?? []).filter(
      (other) => fromJapanese(other) !== second && !titles.has(`${first}${other}`),
    );
    const other = others[Math.floor(random() * others.length)];
    if (other !== undefined) found.push({ text: `${first}${other}`, written });
    if (found.length === WANTED_ALIKE) break;
  }
  return found;
}
