/** Everyday word → code of GB/T 4658-2006, the band a posting asks for at least; null code = no limit. */
const WORDS: readonly (readonly [RegExp, string | null])[] = [
  [/博士/, '11'],
  [/硕士|研究生/, '14'],
  [/本科/, '21'],
  [/大专|专科/, '31'],
  [/中专|中技|技校|职高/, '40'],
  [/高中/, '61'],
  [/初中/, '71'],
  [/不限/, null],
];

/**
 * Education a text asks for. `known` is false when the text says nothing we understand, so that "no limit"
 * and "not said" stay different.
 */
export function parseEducation(text: string): {
  readonly known: boolean;
  readonly code: string | null;
} {
  for (const [pattern, code] of WORDS) {
    if (pattern.test(text)) return { known: true, code };
  }
  return { known: false, code: null };
}
