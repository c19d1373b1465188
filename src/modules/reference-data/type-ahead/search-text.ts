import { Converter } from 'opencc-js/t2cn';

const CJK = /\p{Script=Han}/u;
const SEPARATORS = /[\s'’`·・•.,，、。/()[\]【】《》“”"&+_]/gu;

let converters: readonly ((text: string) => string)[] | undefined;

/** The form in which names and queries are compared: full width folded, lower case, without spaces and punctuation. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(SEPARATORS, '');
}

/** Pinyin as people type it: `ü` as `v`, and `lue`, `nue`, which only ever mean `lüe`, `nüe`, as `lve`, `nve`. */
export function latinText(text: string): string {
  return plainText(text)
    .replaceAll('ü', 'v')
    .replaceAll(/([ln])ue/g, '$1ve');
}

/** What the query may mean, most literal first: as typed, then with traditional characters and words made simplified. */
export function readings(query: string): string[] {
  const plain = plainText(query);
  if (!CJK.test(plain)) return [plain];
  converters ??= [Converter({ from: 't', to: 'cn' }), Converter({ from: 'twp', to: 'cn' })];
  return [...new Set([plain, ...converters.map((convert) => convert(plain))])];
}

/** The text with traditional characters and words made simplified, as it would be written on the mainland. */
export function simplified(text: string): string {
  if (!CJK.test(text)) return text;
  converters ??= [Converter({ from: 't', to: 'cn' }), Converter({ from: 'twp', to: 'cn' })];
  return converters[1]?.(text) ?? text;
}
