import type { Locale } from '../context/index.js';

/** The language a request prefers among ours (RFC 9110 `Accept-Language`); Chinese when it says nothing we know. */
export function preferredLocale(header: string | undefined): Locale {
  let best: { locale: Locale; quality: number } = { locale: 'zh-CN', quality: 0 };
  for (const entry of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...params] = entry.trim().toLowerCase().split(';');
    const locale: Locale | null = /^zh(-|$)/.test(tag)
      ? 'zh-CN'
      : /^en(-|$)/.test(tag)
        ? 'en'
        : null;
    if (!locale) continue;
    const weight = params
      .map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1])
      .find((q) => q !== undefined);
    const quality = weight === undefined ? 1 : Number(weight);
    if (quality > best.quality) best = { locale, quality };
  }
  return best.locale;
}
