import { AT_RISK } from './obligation-metrics.js';

export type ObligationProof = 'RECORDS' | 'ENTRIES';

/** What a party promised, as a version says it. */
export interface ObligationText {
  /** Null for one no version had before. */
  readonly key: string | null;
  readonly partyPosition: number;
  readonly metric: string;
  readonly quantity: number;
  readonly dueOn: string;
  readonly proof: ObligationProof;
}

export type ObligationState =
  'NOT_BEGUN' | 'ON_TRACK' | 'AT_RISK' | 'FULFILLED' | 'FULFILLED_LATE' | 'BREACHED';

export interface ObligationProgress {
  readonly quantity: number;
  /** Done within the term until now, and of it what was done until the due day. */
  readonly delivered: number;
  readonly deliveredInTime: number;
  readonly startsOn: string;
  readonly dueOn: string;
  /** All have signed. */
  readonly isBinding: boolean;
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, through: string): number {
  return (Date.parse(through) - Date.parse(from)) / DAY_MS + 1;
}

/** Share of the time from the first day to the due day that is over, 0 to 1. */
export function elapsedShare(startsOn: string, dueOn: string, today: string): number {
  const share = (daysBetween(startsOn, today) - 1) / daysBetween(startsOn, dueOn);
  return Math.min(1, Math.max(0, share));
}

export function obligationState(progress: ObligationProgress, today: string): ObligationState {
  const { quantity, delivered, deliveredInTime, startsOn, dueOn, isBinding } = progress;
  if (!isBinding || today < startsOn) return 'NOT_BEGUN';
  if (deliveredInTime >= quantity) return 'FULFILLED';
  if (dueOn < today) return delivered >= quantity ? 'FULFILLED_LATE' : 'BREACHED';
  const elapsed = elapsedShare(startsOn, dueOn, today);
  const lags = delivered / quantity < elapsed - AT_RISK.slack;
  return elapsed >= AT_RISK.fromElapsed && lags ? 'AT_RISK' : 'ON_TRACK';
}

/** As the hash of a text has them: keys are left out, they are names for the same words. */
export function hashedObligations(obligations: readonly ObligationText[]): unknown[] {
  return obligations.map(({ partyPosition, metric, quantity, dueOn, proof }) => [
    partyPosition,
    metric,
    quantity,
    dueOn,
    proof,
  ]);
}
