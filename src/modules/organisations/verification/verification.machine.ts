import { defineMachine } from '../../../core/state-machine/index.js';
import { verificationErrors } from './verification.errors.js';

/** The way of one request to be verified; a refusal may be appealed once, because no appeal leads back to REFUSED. */
export const verificationMachine = defineMachine({
  initial: 'SUBMITTED',
  transitions: {
    claim: { from: ['SUBMITTED'], to: 'IN_REVIEW', by: ['OFFICER'] },
    release: { from: ['IN_REVIEW'], to: 'SUBMITTED', by: ['OFFICER'] },
    approve: { from: ['IN_REVIEW'], to: 'APPROVED', by: ['OFFICER'] },
    refuse: { from: ['IN_REVIEW'], to: 'REFUSED', by: ['OFFICER'] },
    appeal: { from: ['REFUSED'], to: 'APPEALED', by: ['APPLICANT'] },
    claimAppeal: { from: ['APPEALED'], to: 'APPEAL_IN_REVIEW', by: ['OFFICER'] },
    releaseAppeal: { from: ['APPEAL_IN_REVIEW'], to: 'APPEALED', by: ['OFFICER'] },
    grantAppeal: { from: ['APPEAL_IN_REVIEW'], to: 'APPROVED', by: ['OFFICER'] },
    dismissAppeal: { from: ['APPEAL_IN_REVIEW'], to: 'APPEAL_REFUSED', by: ['OFFICER'] },
    withdraw: {
      from: ['SUBMITTED', 'IN_REVIEW', 'APPEALED', 'APPEAL_IN_REVIEW'],
      to: 'WITHDRAWN',
      by: ['APPLICANT'],
    },
  },
  refusal: verificationErrors.WRONG_STATE,
});

export type VerificationTransition = keyof typeof verificationMachine.transitions;

export type VerificationStateName =
  | 'SUBMITTED'
  | 'IN_REVIEW'
  | 'APPROVED'
  | 'REFUSED'
  | 'WITHDRAWN'
  | 'APPEALED'
  | 'APPEAL_IN_REVIEW'
  | 'APPEAL_REFUSED';

/** States in which somebody owes the next step; an organisation has one such verification at most. */
export const OPEN_STATES = ['SUBMITTED', 'IN_REVIEW', 'APPEALED', 'APPEAL_IN_REVIEW'] as const;

/** Whether the appeal is being dealt with, whose steps have names of their own. */
export function isAppeal(state: VerificationStateName): boolean {
  return state === 'APPEALED' || state === 'APPEAL_IN_REVIEW';
}
