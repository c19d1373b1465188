import { anyOf, SEARCH_WORDS } from './search-words.js';

/** Pay a month where it stands in a folded text. */
export interface PayFinding {
  readonly kind: 'PAY';
  readonly yuan: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const { payPrefixes, yearlyPayPrefixes, paySuffixes, payPeriods, notPay } = SEARCH_WORDS;
const DIGITS = String.raw`\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,2})?`;
const NUMERALS = '一二三四五六七八九';
const UNIT = '[kw千万]';
const UNITS: Readonly<Record<string, number>> = { k: 1_000, 千: 1_000, w: 10_000, 万: 10_000 };
/** An amount, as 8000, 8,000, 8千, 1.5w, 一万, 1万5. */
const AMOUNT = (name: string): string =>
  `(?:(?<${name}>${DIGITS})(?<${name}Unit>${UNIT})?|(?<${name}Numeral>[${NUMERALS}两])(?<${name}Of>[千万]))(?<${name}Rest>\\d(?!\\d))?`;
const PAY = new RegExp(
  [
    `(?<![\\w.])(?:(?<yearly>${anyOf(yearlyPayPrefixes)})|(?<prefix>${anyOf(payPrefixes)}))?\\s*`,
    `${AMOUNT('low')}元?(?:\\s*[-~到至]\\s*${AMOUNT('high')})?`,
    `(?<yuan>元)?(?:(?<month>/月|每月|一个月|月薪)|(?<year>/年|每年|一年|年薪)|(?<other>${anyOf(payPeriods)}))?`,
    `(?<suffix>${anyOf(paySuffixes)}|\\+)?(?<not>${anyOf(notPay)})?(?![\\w.+])`,
  ].join(''),
  'gu',
);
/** Nobody looks for less a month, nor for so much. */
const LEAST = 500;
const MOST = 300_000;
/** From here on a number that nothing else calls pay may be some. */
const LEAST_BARE = 1_000;
/** Numbers that are years sooner than pay. */
const YEARS = [1990, 2035] as const;
const MONTHS = 12;

/**
 * Pay of which somebody says the least a month: `8k`, `8千以上`, `月薪8000-12000`, `8,000元/月`, `年薪20万` (a twelfth of
 * it). The lower amount counts. A number by itself is no pay, and neither are 4k视频, 2万人工厂, a pay by the day or a
 * ceiling: it takes a word, a unit or a range that says so.
 */
export function readPay(text: string): PayFinding[] {
  return [...text.matchAll(PAY)].flatMap((match) => {
    const groups = match.groups ?? {};
    const yuan = leastOf(groups, isAlone(text, match));
    if (yuan === null || yuan < LEAST || yuan > MOST) return [];
    const [found] = match;
    const from = match.index + found.length - found.trimStart().length;
    return [{ kind: 'PAY', yuan, text: found.trim(), from, to: match.index + found.length }];
  });
}

type Groups = Readonly<Record<string, string | undefined>>;

function leastOf(groups: Groups, isLast: boolean): number | null {
  const { prefix, yearly, month, year, suffix } = groups;
  if (groups['not'] !== undefined || groups['other'] !== undefined) return null;
  const high = amountOf(groups, 'high');
  const low = amountOf(groups, 'low', high?.unit);
  if (!low || (high && high.yuan < low.yuan)) return null;
  const perMonth = yearly !== undefined || year !== undefined ? low.yuan / MONTHS : low.yuan;
  const isSaid = prefix !== undefined || yearly !== undefined || month !== undefined;
  if (isSaid || year !== undefined) return perMonth;
  const isEnded = isLast || suffix !== undefined || high !== null;
  if (low.unit === 'k' || low.unit === 'w' || groups['yuan'] !== undefined) {
    return isEnded ? perMonth : null;
  }
  if (low.unit !== '') return perMonth;
  const isYear = low.yuan >= YEARS[0] && low.yuan <= YEARS[1];
  const isEnough = low.yuan >= LEAST_BARE && !isYear;
  return isEnough && (suffix !== undefined || high !== null) ? perMonth : null;
}

interface Amount {
  readonly yuan: number;
  readonly unit: string;
}

/** A unit at the end counts for both, unless the first is in yuan already: 8-12k, 8000-1.2万. */
function amountOf(groups: Groups, name: string, lastUnit = ''): Amount | null {
  const [digits, numeral] = [groups[name], groups[`${name}Numeral`]];
  if (digits === undefined && numeral === undefined) return null;
  const amount =
    numeral === undefined
      ? Number(digits?.replaceAll(',', ''))
      : numeral === '两'
        ? 2
        : NUMERALS.indexOf(numeral) + 1;
  const own = groups[`${name}Unit`] ?? groups[`${name}Of`] ?? '';
  const unit = own === '' && amount < LEAST ? lastUnit : own;
  const rest = Number(groups[`${name}Rest`] ?? 0) / 10;
  return { yuan: (amount + (unit === '' ? 0 : rest)) * (UNITS[unit] ?? 1), unit };
}

function isAlone(text: string, match: RegExpExecArray): boolean {
  const after = text[match.index + match[0].length];
  return after === undefined || /\s/u.test(after);
}
