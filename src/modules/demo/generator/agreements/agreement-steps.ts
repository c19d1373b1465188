import type { AGREEMENT_STEP_EVENTS } from '../../../agreements/index.js';
import type { AgreementPlan } from './agreement-plan.js';

export interface PlannedStep {
  readonly transition: keyof typeof AGREEMENT_STEP_EVENTS;
  readonly to: string;
  readonly at: Date;
  /** Null for the clock. */
  readonly actorId: string | null;
  readonly partyPosition: number | null;
  readonly reason?: string;
}

/** The way of an agreement through its states. */
export function stepsOf(plan: AgreementPlan): readonly PlannedStep[] {
  const drafter = plan.parties[plan.drafter - 1];
  const by = { actorId: drafter?.signerId ?? null, partyPosition: plan.drafter };
  const clock = { actorId: null, partyPosition: null };
  const { proposedAt, effectiveAt } = plan;
  return [
    { transition: 'edit', to: 'draft', at: plan.draftedAt, ...by },
    ...(proposedAt
      ? [{ transition: 'propose' as const, to: 'awaiting_signatures', at: proposedAt, ...by }]
      : []),
    ...signaturesOf(plan),
    ...(effectiveAt
      ? [{ transition: 'takeEffect' as const, to: 'effective', at: effectiveAt, ...clock }]
      : []),
    ...stopOf(plan, by, clock),
  ];
}

function signaturesOf({ parties }: AgreementPlan): PlannedStep[] {
  const signed = parties
    .map((party, index) => ({ ...party, position: index + 1 }))
    .flatMap((party) => (party.signedAt ? [{ ...party, at: party.signedAt }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return signed.map(({ at, signerId, position }, index) => {
    const isLast = index + 1 === parties.length;
    return {
      transition: isLast ? 'signLast' : index === 0 ? 'signFirst' : 'signNext',
      to: isLast ? 'signed' : 'partially_signed',
      at,
      actorId: signerId,
      partyPosition: position,
    };
  });
}

const STOPS = {
  suspended: 'suspend',
  terminated: 'terminate',
  cancelled: 'cancel',
  expired: 'expire',
} as const;

function stopOf(
  { state, stoppedAt, stopReason }: AgreementPlan,
  by: Pick<PlannedStep, 'actorId' | 'partyPosition'>,
  clock: Pick<PlannedStep, 'actorId' | 'partyPosition'>,
): PlannedStep[] {
  if (!stoppedAt || !(state in STOPS)) return [];
  const who = state === 'expired' ? clock : by;
  const why = stopReason === null ? {} : { reason: stopReason };
  const transition = STOPS[state as keyof typeof STOPS];
  return [{ transition, to: state, at: stoppedAt, ...who, ...why }];
}
