import { readFileSync } from 'node:fs';
import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);

const schema = z.object({
  edition: z.iso.date(),
  payPrefixes: words,
  paySuffixes: words,
  educationSuffixes: words,
  noExperience: words,
  /** Words that say the same of a posting; each has a token of its own in the index. */
  benefits: z.array(z.object({ id: z.string().regex(/^[a-z]+$/u), words })),
});

/** Words that mean more than their letters: an edition of data. */
export const SEARCH_WORDS = schema.parse(
  JSON.parse(readFileSync(new URL('search-words.json', import.meta.url), 'utf8')),
);

/** Stands before the name of a benefit, so that no word is taken for it. */
const BENEFIT = '3';

export type Benefit = (typeof SEARCH_WORDS.benefits)[number];

export function benefitToken({ id }: Benefit): string {
  return `${BENEFIT}${id}`;
}

/** The tokens of the benefits that a folded text speaks of. */
export function benefitTokens(folded: string): string[] {
  return SEARCH_WORDS.benefits
    .filter(({ words }) => words.some((word) => folded.includes(word)))
    .map(benefitToken);
}

/** One of the words, the longest first, as part of a pattern. */
export function anyOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`;
}
