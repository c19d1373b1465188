import type { PayPeriod } from '../../../generated/prisma/enums.js';

/** Paid days a month (21.75) and hours a day (8): 劳社部发〔2008〕3号. In hundredths, so that fen stay whole. */
const MONTHLY_HUNDREDTHS: Readonly<Record<PayPeriod, bigint | null>> = {
  MONTH: 100n,
  YEAR: null,
  DAY: 2_175n,
  HOUR: 17_400n,
  PIECE: null,
};

/** Pay as fen a month, by which postings and wishes compare; null for piece rates, which say nothing about a month. */
export function monthlyPayFen(fen: bigint | null, period: PayPeriod | null): bigint | null {
  if (fen === null || period === null) return null;
  if (period === 'YEAR') return fen / 12n;
  const factor = MONTHLY_HUNDREDTHS[period];
  return factor === null ? null : (fen * factor) / 100n;
}
