/** Bands of monthly pay by which results are counted; bounds in yuan, the lower one within. */
export const PAY_BANDS = {
  UNDER_4000: { from: 0, below: 4_000 },
  FROM_4000: { from: 4_000, below: 6_000 },
  FROM_6000: { from: 6_000, below: 8_000 },
  FROM_8000: { from: 8_000, below: 12_000 },
  FROM_12000: { from: 12_000, below: 20_000 },
  FROM_20000: { from: 20_000, below: Number.POSITIVE_INFINITY },
} as const;

export type PayBand = keyof typeof PAY_BANDS | 'NOT_STATED';

/** The band a monthly pay in fen falls into. */
export function payBandOf(monthlyFen: number | null): PayBand {
  if (monthlyFen === null) return 'NOT_STATED';
  const yuan = monthlyFen / 100;
  for (const [band, { from, below }] of Object.entries(PAY_BANDS)) {
    if (yuan >= from && yuan < below) return band as PayBand;
  }
  return 'NOT_STATED';
}
