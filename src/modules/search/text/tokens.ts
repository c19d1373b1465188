import { stemmer } from 'stemmer';

/**
 * Our own tokens: what the engine indexes is a list of words that no tokeniser can cut differently. Two neighbouring
 * Chinese characters are one word, written as the numbers of the characters: the engine takes a number as it is and
 * knows no slips in it, so slips are forgiven in Latin words only.
 */

/** A piece of one writing: characters that stand together, or a Latin word with its digits and signs. */
export interface Run {
  readonly writing: 'han' | 'latin';
  readonly text: string;
}

const HAN = /^\p{Script=Han}/u;
/** Signs belong to a name at its beginning (`.NET`), inside (`Node.js`) and at its end (`C++`, `C#`). */
const RUNS =
  /\p{Script=Han}+|\.?(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:\.(?:(?!\p{Script=Han})[\p{L}\p{N}])+)*(?:\+\+|#)?/gu;
const DIGITS = 6;
/** Stand before a root and a beginning, so that no word is taken for them. */
const ROOT = '1';
const BEGINNING = '2';
const CHARACTER = '6';
const LETTERS_OF_BEGINNING = 4;

/** The runs of a folded text in their order; what is neither is left out. */
export function runsOf(folded: string): Run[] {
  return (folded.match(RUNS) ?? []).map((text) => ({
    writing: HAN.test(text) ? 'han' : 'latin',
    text,
  }));
}

/** The word for characters that stand together. */
export function hanToken(characters: string): string {
  let token = '';
  for (const character of characters)
    token += String(character.codePointAt(0)).padStart(DIGITS, '0');
  return token;
}

/** The word for one character: no part of the word for two, which the engine would cut where it finds both parts. */
export function characterToken(character: string): string {
  return `${CHARACTER}${hanToken(character)}`;
}

/** Each two neighbours of a run; a run of one character is its own pair. */
export function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return [characterToken(run)];
  return characters.slice(1).map((character, i) => hanToken(`${characters[i] ?? ''}${character}`));
}

/** The whole word first, then its parts: `node.js` is found as `nodejs`, by `node` and by `.js`. */
export function latinTokens(word: string): string[] {
  const whole = word
    .replace(/^\./u, 'dot')
    .replaceAll('+', 'plus')
    .replaceAll('#', 'sharp')
    .replaceAll('.', '');
  const parts = word.split('.').filter((part) => /^[\p{L}\p{N}]+$/u.test(part));
  const endings = parts.slice(1).map((part) => `dot${part}`);
  return [...new Set([whole, ...parts, ...endings])];
}

/** What a title resembles others by: its characters, its Latin words, their roots and how they begin. */
export function titleLetters({ writing, text }: Run): string[] {
  if (writing === 'han') return [...text].map(characterToken);
  const [whole = text] = latinTokens(text);
  return [whole, `${ROOT}${stemmer(whole)}`, `${BEGINNING}${whole.slice(0, LETTERS_OF_BEGINNING)}`];
}

/** What of a folded text is indexed: pairs of characters, and Latin words. */
export function indexTokens(folded: string): string[] {
  return runsOf(folded).flatMap(({ writing, text }) =>
    writing === 'han' ? pairsOf(text) : latinTokens(text),
  );
}
