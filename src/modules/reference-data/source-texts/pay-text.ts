import type { PayPeriod } from '../../../generated/prisma/enums.js';

/** Pay as read from a posting's text. Amounts in fen; null where the text names no bound. */
export interface ParsedPay {
  readonly minFen: bigint | null;
  readonly maxFen: bigint | null;
  readonly period: PayPeriod;
  /** Monthly salaries a year ("13薪"); null when not said. */
  readonly months: number | null;
}

const UNITS: Readonly<Record<string, number>> = { 万: 10_000, w: 10_000, 千: 1_000, k: 1_000 };
const PERIODS: readonly (readonly [RegExp, PayPeriod])[] = [
  [/\/?(年|annual)|年薪/, 'YEAR'],
  [/\/?(天|日)/, 'DAY'],
  [/\/?(小时|时|h$)/, 'HOUR'],
  [/\/?(件|次)/, 'PIECE'],
];
/** Above this a "month" is a slip of the source (100 million yuan), not a salary. */
const ABSURD_YUAN = 100_000_000;

/**
 * Reads Chinese pay texts: `8k-12k`, `8-12K·13薪`, `1-1.5万`, `6千-1.2万`, `10-15万/年`, `300元/天`,
 * `18元/小时`, `5千及以下`. Returns null for texts that name no figure (`面议`, empty, damaged).
 * A unit written once at the end (`6-8千`) counts for both figures.
 */
export function parsePayText(text: string): ParsedPay | null {
  const months = /[·・\s](\d{2})薪/.exec(text)?.[1];
  const body = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[·・\s]\d{2}薪/, '')
    .replaceAll(/[,\s元]/g, '');
  if (body.includes('�')) return null;
  const match = /^(\d+(?:\.\d+)?)([万千kw]?)(?:[-~—至](\d+(?:\.\d+)?)([万千kw]?))?(.*)$/.exec(body);
  if (!match) return null;
  const [, low = '', lowUnit = '', high, highUnit = '', rest = ''] = match;
  if (!/^(及?以[上下])?(\/.*|年薪|月薪)?$/.test(rest)) return null;
  const unit = UNITS[highUnit] ?? UNITS[lowUnit] ?? 1;
  const first = Number(low) * (UNITS[lowUnit] ?? unit);
  const second = high === undefined ? null : Number(high) * (UNITS[highUnit] ?? unit);
  if (first > ABSURD_YUAN || (second ?? 0) > ABSURD_YUAN) return null;
  const isCeiling = rest.includes('以下');
  const isFloor = rest.includes('以上');
  const period = PERIODS.find(([pattern]) => pattern.test(rest))?.[1] ?? 'MONTH';
  return {
    minFen: isCeiling ? null : toFen(first),
    maxFen: isFloor ? null : toFen(second ?? first),
    period,
    months: months ? Number(months) : null,
  };
}

/** Yuan, as a number or numeric text of a source, to fen; null for empty, zero, negative or absurd values. */
export function yuanToFen(yuan: string): bigint | null {
  const value = Number(yuan);
  if (yuan.trim() === '' || !Number.isFinite(value) || value <= 0 || value > ABSURD_YUAN)
    return null;
  return toFen(value);
}

function toFen(yuan: number): bigint {
  return BigInt(Math.round(yuan * 100));
}
