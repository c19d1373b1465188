import type { AgreementDocument } from './agreement-document.js';
import { isPrintable } from './document-fonts.js';

/** The parts of a document that people write. */
export type WrittenParts = Pick<AgreementDocument, 'title' | 'parties' | 'clauses'> & {
  readonly annexes?: AgreementDocument['annexes'];
  readonly signatures?: AgreementDocument['signatures'];
};

export interface UnprintableCharacter {
  readonly character: string;
  /** `U+21619`. */
  readonly codePoint: string;
  /** Path to the part: `['clauses', '2', 'body']`. */
  readonly path: readonly string[];
}

/**
 * Characters that the font of the document cannot show, each once a part, with the part they stand in. Found before
 * anybody signs: a sealed file with an empty box in a name would be a flaw for ever.
 */
export function unprintableCharacters(parts: WrittenParts): UnprintableCharacter[] {
  return writtenTexts(parts).flatMap(({ path, text }) =>
    [...new Set(text)]
      .filter((character) => !LAYOUT.has(character) && !isPrintable(character.codePointAt(0) ?? 0))
      .map((character) => ({ character, codePoint: nameOf(character), path })),
  );
}

/** What moves the pen and shows nothing. */
const LAYOUT = new Set(['\n', '\r', '\t']);

function nameOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}

function writtenTexts({ title, parties, clauses, annexes = [], signatures = [] }: WrittenParts) {
  return [
    { path: ['title'], text: title },
    ...parties.map(({ name }, at) => ({ path: ['parties', String(at), 'name'], text: name })),
    ...clauses.flatMap(({ heading, body }, at) => [
      { path: ['clauses', String(at), 'heading'], text: heading },
      { path: ['clauses', String(at), 'body'], text: body },
    ]),
    ...annexes.map((annex, at) => ({ path: ['annexes', String(at), 'title'], text: annex.title })),
    ...signatures.map(({ signerName }, at) => ({
      path: ['signatures', String(at), 'signerName'],
      text: signerName,
    })),
  ];
}
