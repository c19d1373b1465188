import type { Finding } from './allocation-findings.js';
import {
  NO_WISH,
  WEIGHT_SCALE,
  type AllocationInput,
  type AllocationMode,
} from './allocation-market.js';
import { reportSteps, type AllocationReport } from './allocation-report.js';
import { proveBestTotal } from './best-total-proof.js';
import { bestTotalSteps } from './best-total.js';
import { deferredAcceptance } from './deferred-acceptance.js';
import { compileMarket } from './market-compiler.js';
import { stabilitySteps, type StabilityOptions, type StabilityProof } from './stability-check.js';
import { toTheEnd } from './to-the-end.js';

export interface Assignment {
  readonly personId: string;
  readonly postingId: string;
  /** Place of the posting among the wishes of the person that count, from 1. */
  readonly rank: number;
  readonly weight: number;
}

/** Above `totalWeight` no allocation can come; proved when the two are equal and nothing is violated. */
export interface TotalBound {
  readonly bound: number;
  readonly isProved: boolean;
}

export interface AllocationOutcome {
  /** By person id. */
  readonly assignments: readonly Assignment[];
  readonly report: AllocationReport;
  readonly findings: readonly Finding[];
  /** In the mode BEST_TOTAL blocking pairs are the price of the total. */
  readonly stability: StabilityProof;
  readonly totalBound: TotalBound | null;
}

/** Allocates a whole market. The same input in any order gives the same outcome to the byte. */
export function allocate(
  input: AllocationInput,
  mode: AllocationMode,
  options: StabilityOptions = {},
): AllocationOutcome {
  return toTheEnd(allocationSteps(input, mode, options));
}

/** The same, stopping between its phases and many times within the long ones. */
export function* allocationSteps(
  input: AllocationInput,
  mode: AllocationMode,
  options: StabilityOptions = {},
): Generator<undefined, AllocationOutcome> {
  const { market, findings } = compileMarket(input);
  yield;
  const priced = mode === 'BEST_TOTAL' ? yield* bestTotalSteps(market) : null;
  const allocation = priced?.allocation ?? deferredAcceptance(market);
  yield;
  const proof = priced && proveBestTotal(market, priced);
  yield;
  const assignments = Array.from(allocation, (wish, person) => ({ wish, person }))
    .filter(({ wish }) => wish !== NO_WISH)
    .map(({ wish, person }) => ({
      personId: market.personIds[person] ?? '',
      postingId: market.postingIds[market.wishPosting[wish] ?? 0] ?? '',
      rank: wish - (market.firstWish[person] ?? 0) + 1,
      weight: (market.weight[wish] ?? 0) / WEIGHT_SCALE,
    }))
    .sort((a, b) => (a.personId < b.personId ? -1 : 1));
  yield;
  const given = new Map(assignments.map(({ personId, postingId }) => [personId, postingId]));
  return {
    assignments,
    report: yield* reportSteps(market, allocation, mode, findings),
    findings,
    stability: yield* stabilitySteps(canonical(input), given, options),
    totalBound: proof && {
      bound: proof.bound / WEIGHT_SCALE,
      isProved: proof.violations === 0 && proof.bound === proof.total,
    },
  };
}

/** People by id, so that samples and examples do not depend on the order either. */
function canonical(input: AllocationInput): AllocationInput {
  return { ...input, people: [...input.people].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
