import { stemmer } from 'stemmer';
import { pairsOf, runsOf } from '../text/tokens.js';

/** What of a folded text has a meaning of its own: characters and pairs of them, roots of Latin words. */
export function wordFeatures(folded: string): string[] {
  return runsOf(folded).flatMap(({ writing, text }) =>
    writing === 'han' ? [...new Set([...text, ...pairsOf(text)])] : [stemmer(text)],
  );
}
