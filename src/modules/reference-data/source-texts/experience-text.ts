/**
 * Fewest years of experience a posting's text asks for: `3-5年` → 3, `10年以上` → 10, `1年以下` → 0,
 * `应届生`, `无经验`, `经验不限` → 0. Null when the text says nothing about it.
 */
export function parseExperienceYears(text: string): number | null {
  const words = text.normalize('NFKC').trim();
  if (words === '' || /(天|次)\/周/.test(words)) return null;
  if (/不限|无需|无经验|应届|在校/.test(words) && !/\d/.test(words)) return 0;
  const match = /(\d{1,2})(?:\s*[-~至]\s*\d{1,2})?\s*年?/.exec(words);
  if (!match) return null;
  if (/以[下内]/.test(words)) return 0;
  const years = Number(match[1]);
  return years <= 50 ? years : null;
}
