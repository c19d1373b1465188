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

/** How a name is typed on a keyboard. */
export function spell(name: string): Spelling {
  const syllables: string[] = [];
  let initials = '';
  let latin = '';
  for (const character of pinyin(name, { type: 'all', toneType: 'none' })) {
    if (!character.isZh) {
      latin += plainText(character.origin);
      continue;
    }
    if (latin !== '') syllables.push(latin);
    initials += latin + character.pinyin.slice(0, 1);
    latin = '';
    syllables.push(character.pinyin);
  }
  if (latin !== '') syllables.push(latin);
  return { pinyin: syllables.join(' '), pinyin_initials: initials + latin };
}
