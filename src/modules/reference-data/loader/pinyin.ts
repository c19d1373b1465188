import { customPinyin, pinyin } from 'pinyin-pro';
import { plainText } from '../type-ahead/search-text.js';

export interface Spelling {
  /** Without tones, syllables apart: `su zhou shi`. */
  readonly pinyin: string;
  /** `szs`; Latin letters and digits of the name stay whole. */
  readonly pinyin_initials: string;
}

export interface PinyinOverride {
  readonly text: string;
  readonly pinyin: string;
}

/** Teaches the dictionary the readings it gets wrong; must come before `spell`. */
export function overridePinyin(overrides: readonly PinyinOverride[]): void {
  customPinyin(Object.fromEntries(overrides.map((entry) => [entry.text, entry.pinyin])));
}

const CHINESE = /\p{Script=Han}/u;

/** How a name is typed on a keyboard. */
export function spell(name: string): Spelling {
  const readings = pinyin(name, { type: 'array', toneType: 'none' });
  const syllables: string[] = [];
  let initials = '';
  let latin = '';
  for (const [index, character] of [...name].entries()) {
    if (!CHINESE.test(character)) {
      latin += plainText(character);
      continue;
    }
    const reading = readings[index];
    if (reading === undefined) throw new Error(`${name} has characters without pinyin`);
    if (latin !== '') syllables.push(latin);
    syllables.push(reading);
    initials += latin + reading.slice(0, 1);
    latin = '';
  }
  if (latin !== '') syllables.push(latin);
  return { pinyin: syllables.join(' '), pinyin_initials: initials + latin };
}
