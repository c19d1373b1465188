import { mainlandWording } from '../../reference-data/index.js';
import type { ConceptKind } from './search-words.js';
import { foldedText } from '../text/folded-text.js';

/** One thing that was typed: words between spaces, or between quotation marks. */
export interface QueryPart {
  /** `+`: exactly as written, not to be read as anything else. `-`: must not occur. */
  readonly sign: '+' | '-' | null;
  readonly text: string;
  readonly isQuoted: boolean;
}

const PARTS = /(?<sign>[+-])?(?:["“”](?<quoted>[^"“”]*)["“”]?|(?<plain>[^\s"“”]+))/gu;

/**
 * Query := part*. Part := [sign] (quoted | plain). A sign counts only where a part begins; `C++` and `self-employed` are
 * words.
 */
export function partsOf(text: string): QueryPart[] {
  const parts: QueryPart[] = [];
  for (const { groups = {} } of text.matchAll(PARTS)) {
    const { sign, quoted, plain } = groups;
    const words = (quoted ?? plain ?? '').trim();
    if (/^[+-]*$/u.test(words)) continue;
    parts.push({
      sign: sign === '+' || sign === '-' ? sign : null,
      text: words,
      isQuoted: quoted !== undefined,
    });
  }
  return parts;
}

/** A benefit or a skill, and how it was typed. */
export interface Concept {
  readonly kind: ConceptKind;
  readonly token: string;
  readonly text: string;
}

/** The words to look for. */
export interface Words {
  readonly parts: readonly QueryPart[];
  /** The same as they would be worded on the mainland, where they are not. */
  readonly mainland: readonly QueryPart[] | null;
  /** Must be there besides, in any of their wordings. */
  readonly concepts: readonly Concept[];
  /** Not to be taken for what an occupation is called. */
  readonly isAsWritten: boolean;
}

/** What was typed as words, all of it. */
export function wordsOf(typed: string): Words {
  const [folded, wording] = [foldedText(typed), foldedText(mainlandWording(typed))];
  return {
    parts: partsOf(folded),
    mainland: wording === folded ? null : partsOf(wording),
    concepts: [],
    isAsWritten: false,
  };
}
