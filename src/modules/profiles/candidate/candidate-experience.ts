/** Bands of years of work by which candidates are found and counted; the lower bound is within. */
export const EXPERIENCE_BANDS = {
  UNDER_1: { from: 0, below: 1 },
  FROM_1: { from: 1, below: 3 },
  FROM_3: { from: 3, below: 5 },
  FROM_5: { from: 5, below: 10 },
  FROM_10: { from: 10, below: 100 },
} as const;

export type ExperienceBand = keyof typeof EXPERIENCE_BANDS | 'NOT_STATED';

/** The band the years fall into. */
export function experienceBandOf(years: number | null): ExperienceBand {
  if (years === null) return 'NOT_STATED';
  for (const [band, { from, below }] of Object.entries(EXPERIENCE_BANDS)) {
    if (years >= from && years < below) return band as ExperienceBand;
  }
  return 'NOT_STATED';
}
