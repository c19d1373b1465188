import { latinText, plainText, readings } from './search-text.js';

/** What a row of a code table can be found by. */
export interface Searchable<T> {
  readonly row: T;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** Longer or unofficial names; found, but behind the names. */
  readonly aliases: readonly string[];
  /** Pinyin with a space between syllables, and the initials, of each name and alias. */
  readonly pinyin: readonly { readonly full: string; readonly initials: string }[];
}

/** How well a row fits; smaller is better. */
const FIT = {
  exactCode: 0,
  exactName: 1,
  prefix: 2,
  alias: 3,
  pinyin: 4,
  substring: 5,
  none: 6,
} as const;

interface Entry<T> {
  readonly row: T;
  readonly length: number;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly spellings: readonly Spelling[];
}

interface Spelling {
  readonly full: string;
  readonly initials: string;
  /** Offsets at which a syllable begins, so that "an" does not find the middle of "tianjin". */
  readonly starts: readonly number[];
}

/** Type-ahead over one code table: by code, name, alias, pinyin and initials; rows of equal fit keep table order. */
export class TypeAhead<T> {
  private readonly entries: readonly Entry<T>[];

  constructor(rows: readonly Searchable<T>[]) {
    this.entries = rows.map((row) => ({
      row: row.row,
      length: Math.min(...row.names.map((name) => name.length)),
      codes: row.codes.map(plainText),
      names: row.names.map(plainText),
      aliases: row.aliases.map(plainText),
      spellings: row.pinyin.map(spelling),
    }));
  }

  /** The best rows for what was typed, at most `first`; `accepts` narrows them before they are counted. */
  search(query: string, first: number, accepts: (row: T) => boolean = () => true): T[] {
    for (const reading of readings(query)) {
      const found = this.ranked(reading, accepts);
      if (found.length > 0) return found.slice(0, first).map(({ entry }) => entry.row);
    }
    return [];
  }

  private ranked(text: string, accepts: (row: T) => boolean): { entry: Entry<T>; fit: number }[] {
    if (text === '') return [];
    const latin = /^[a-zü]+$/.test(text) ? latinText(text) : null;
    return this.entries
      .map((entry) => ({ entry, fit: fitOf(entry, text, latin) }))
      .filter(({ entry, fit }) => fit < FIT.none && accepts(entry.row))
      .sort((a, b) => a.fit - b.fit || a.entry.length - b.entry.length);
  }
}

function spelling(pinyin: { full: string; initials: string }): Spelling {
  const starts: number[] = [];
  let full = '';
  for (const syllable of pinyin.full.split(' ')) {
    starts.push(full.length);
    full += plainText(syllable).replaceAll('ü', 'v');
  }
  return { full: latinText(full), initials: latinText(pinyin.initials), starts };
}

function fitOf<T>(entry: Entry<T>, text: string, latin: string | null): number {
  if (entry.codes.includes(text)) return FIT.exactCode;
  if (entry.names.includes(text)) return FIT.exactName;
  const begins = (candidate: string): boolean => candidate.startsWith(text);
  if (entry.names.some(begins) || entry.codes.some(begins)) return FIT.prefix;
  if (entry.aliases.some(begins)) return FIT.alias;
  if (
    latin !== null &&
    entry.spellings.some((s) => s.full.startsWith(latin) || s.initials.startsWith(latin))
  )
    return FIT.pinyin;
  const contains = (candidate: string): boolean => candidate.includes(text);
  if (entry.names.some(contains) || entry.aliases.some(contains)) return FIT.substring;
  if (latin !== null && latin.length > 1 && entry.spellings.some((s) => containsSpelling(s, latin)))
    return FIT.substring;
  return FIT.none;
}

function containsSpelling(spelling: Spelling, latin: string): boolean {
  return (
    spelling.initials.includes(latin) ||
    spelling.starts.some((start) => spelling.full.startsWith(latin, start))
  );
}
