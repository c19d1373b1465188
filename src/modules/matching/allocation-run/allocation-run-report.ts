import { z } from 'zod';
import type { AllocationOutcome } from '../allocation/allocate.js';

const count = z.object({ code: z.string(), count: z.int() });

/** What a run came to, as it is stored: counts only. */
export const allocationRunReport = z.object({
  peopleCount: z.int(),
  assignedCount: z.int(),
  seatCount: z.int(),
  personRanks: z.array(z.int()),
  postingRanks: z.array(z.object({ upTo: z.int().nullable(), count: z.int() })),
  totalScore: z.int(),
  totalBound: z.int().nullable(),
  unfilledPostingCount: z.int(),
  unfilledSeatCount: z.int(),
  unassigned: z.array(count),
  findings: z.array(count),
  method: z.enum(['EXHAUSTIVE', 'SAMPLED']),
  pairCount: z.int(),
  checkedPairCount: z.int(),
  blockingPairCount: z.int(),
});

export type StoredReport = z.output<typeof allocationRunReport>;

export function storedReport({
  report,
  stability,
  findings,
  totalBound,
}: AllocationOutcome): StoredReport {
  if (stability.violations > 0 || totalBound?.isProved === false) {
    throw new Error('The engine allocated what its own check refuses');
  }
  return {
    peopleCount: report.peopleCount,
    assignedCount: report.assignedCount,
    seatCount: report.seatCount,
    personRanks: [...report.personRanks],
    postingRanks: report.postingRanks.map((each) => ({ ...each })),
    totalScore: report.totalWeight,
    totalBound: totalBound?.bound ?? null,
    unfilledPostingCount: report.unfilled.length,
    unfilledSeatCount: report.unfilled.reduce((sum, each) => sum + each.seats - each.filled, 0),
    unassigned: counted(report.unassigned.map(({ reason }) => reason)),
    findings: counted(findings.map(({ code }) => code)),
    method: stability.method,
    pairCount: stability.pairCount,
    checkedPairCount: stability.checkedCount,
    blockingPairCount: stability.blockingCount,
  };
}

function counted(codes: readonly string[]): { code: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, n]) => ({ code, count: n }));
}
