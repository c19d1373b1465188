import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { latinTokens, pairsOf, runsOf } from '../text/tokens.js';

const words = z.array(z.string().min(1)).min(1);
/** Words that say the same of a posting; each such concept has a token of its own in the index. */
const concepts = z.array(z.object({ id: z.string().regex(/^[a-z]+$/u), words }));

const schema = z.object({
  edition: z.iso.date(),
  payPrefixes: words,
  /** Before pay by the year. */
  yearlyPayPrefixes: words,
  paySuffixes: words,
  /** Periods other than the month and the year. */
  payPeriods: words,
  /** After a number that is no least pay. */
  notPay: words,
  educationSuffixes: words,
  /** With these, words for education and names of places are parts of other words. */
  educationGoesOn: words,
  placeGoesOn: words,
  noExperience: words,
  benefits: concepts,
  /** Skills and certificates. */
  skills: concepts,
});

/** Words that mean more than their letters: an edition of data. */
export const SEARCH_WORDS = schema.parse(
  JSON.parse(readFileSync(new URL('search-words.json', import.meta.url), 'utf8')),
);

export const CONCEPT_KINDS = ['BENEFIT', 'SKILL'] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** Stand before the names of concepts, so that no word is taken for one. */
const PREFIXES: Readonly<Record<ConceptKind, string>> = { BENEFIT: '3', SKILL: '7' };

/** One way to say a concept. */
export interface Wording {
  readonly kind: ConceptKind;
  readonly token: string;
  readonly text: string;
  /** As it stands in a text: a word in letters is no part of a longer one. */
  readonly pattern: RegExp;
}

/** What is not given is no benefit: 不包食宿. */
const NOT_DENIED = '(?<![不非无没])(?<!没有|不提供)';

const of = (kind: ConceptKind, all: z.infer<typeof concepts>): Wording[] =>
  all.flatMap(({ id, words: wordings }) =>
    wordings.map((text) => ({
      kind,
      token: `${PREFIXES[kind]}${id}`,
      text,
      pattern: new RegExp(`${kind === 'BENEFIT' ? NOT_DENIED : ''}${standing(text)}`, 'gu'),
    })),
  );

/** All of them, the longest first. */
export const WORDINGS: readonly Wording[] = [
  ...of('BENEFIT', SEARCH_WORDS.benefits),
  ...of('SKILL', SEARCH_WORDS.skills),
].sort((a, b) => b.text.length - a.text.length);

const BY_FIRST_TOKEN = Map.groupBy(WORDINGS, ({ text }) => firstToken(text));

/** The tokens of the concepts that a folded text speaks of; its own tokens say which may be. */
export function conceptTokens(folded: string, tokens: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const each of new Set(tokens)) {
    for (const { token, text, pattern } of BY_FIRST_TOKEN.get(each) ?? []) {
      if (!found.has(token) && folded.includes(text) && folded.search(pattern) >= 0) {
        found.add(token);
      }
    }
  }
  return [...found];
}

/** One of the words, the longest first, as part of a pattern. */
export function anyOf(some: readonly string[]): string {
  return `(?:${[...some].sort((a, b) => b.length - a.length).join('|')})`;
}

function firstToken(text: string): string | undefined {
  const [run] = runsOf(text);
  if (run === undefined) throw new Error(`No words: ${text}`);
  return run.writing === 'han' ? pairsOf(run.text)[0] : latinTokens(run.text)[0];
}

function standing(text: string): string {
  const written = text.replaceAll(/[.+*?^$()[\]{}|\\/]/gu, String.raw`\$&`);
  const before = /^[a-z0-9]/u.test(text) ? '(?<![a-z0-9.])' : '';
  return `${before}${written}${/[a-z0-9]$/u.test(text) ? '(?![a-z0-9+#])' : ''}`;
}
