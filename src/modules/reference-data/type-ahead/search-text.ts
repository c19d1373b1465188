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

/** The text with traditional characters made simplified, character by character: 通訊 becomes 通讯. */
export function simplified(text: string): string {
  if (!CJK.test(text)) return text;
  converters ??= [Converter({ from: 't', to: 'cn' }), Converter({ from: 'twp', to: 'cn' })];
  return converters[0]?.(text) ?? text;
}

/**
 * The text as it would be worded on the mainland, where it has traditional characters: 軟體 becomes 软件. A text without
 * them stays as it is, for 资讯 is a word of the mainland too.
 */
export function mainlandWording(text: string): string {
  const plain = simplified(text);
  return plain === text ? text : (converters?.[1]?.(text) ?? plain);
}
