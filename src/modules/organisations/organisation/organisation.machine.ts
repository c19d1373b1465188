import { defineMachine } from '../../../core/state-machine/index.js';
import { organisationErrors } from './organisation.errors.js';

/**
 * Standing of an organisation. Only VERIFIED is good standing, and only while the clock has not reached its end: the
 * nightly `lapse` writes down what has been true since that moment.
 */
export const standingMachine = defineMachine({
  initial: 'UNVERIFIED',
  transitions: {
    verify: { from: ['UNVERIFIED', 'VERIFIED', 'LAPSED'], to: 'VERIFIED', by: ['BUREAU'] },
    lapse: { from: ['VERIFIED'], to: 'LAPSED', by: ['CLOCK'] },
    demandRecheck: { from: ['VERIFIED', 'LAPSED'], to: 'UNVERIFIED', by: ['OWNER'] },
    suspend: { from: ['UNVERIFIED', 'VERIFIED', 'LAPSED'], to: 'SUSPENDED', by: ['BUREAU'] },
    reinstate: { from: ['SUSPENDED'], to: 'VERIFIED', by: ['BUREAU'] },
    reinstateLapsed: { from: ['SUSPENDED'], to: 'LAPSED', by: ['BUREAU'] },
    reinstateUnverified: { from: ['SUSPENDED'], to: 'UNVERIFIED', by: ['BUREAU'] },
  },
  refusal: organisationErrors.WRONG_STANDING,
});

export type StandingTransition = keyof typeof standingMachine.transitions;
export type Standing = 'UNVERIFIED' | 'VERIFIED' | 'LAPSED' | 'SUSPENDED';

/** The standing that holds at `now`: a verification that has ended counts as lapsed before anything wrote it down. */
export function effectiveStanding(
  organisation: { readonly standing: Standing; readonly verifiedUntil: Date | null },
  now: Date,
): Standing {
  const { standing, verifiedUntil } = organisation;
  const isOver = verifiedUntil === null || verifiedUntil.getTime() <= now.getTime();
  return standing === 'VERIFIED' && isOver ? 'LAPSED' : standing;
}

/** How a suspended organisation comes back: to what its verification is worth by now. */
export function reinstatement(verifiedUntil: Date | null, now: Date): StandingTransition {
  if (verifiedUntil === null) return 'reinstateUnverified';
  return verifiedUntil.getTime() > now.getTime() ? 'reinstate' : 'reinstateLapsed';
}
