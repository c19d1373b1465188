import { simplified } from '../../reference-data/index.js';

/**
 * The form in which texts and queries are compared: compatibility forms (full width, circled, units) as the plain ones,
 * lower case, traditional characters as simplified ones.
 */
export function foldedText(text: string): string {
  return simplified(text.normalize('NFKC')).toLowerCase();
}

/** A folded text without what separates: characters, letters, digits and the signs of names such as C++ and C# stay. */
export function compact(folded: string): string {
  return folded.replaceAll(/[^\p{L}\p{N}+#]/gu, '');
}
