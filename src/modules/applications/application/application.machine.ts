import { defineMachine } from '../../../core/state-machine/index.js';
import { applicationErrors } from './application.errors.js';

export type ApplicationStateName =
  | 'SUBMITTED'
  | 'VIEWED'
  | 'SHORTLISTED'
  | 'INTERVIEWING'
  | 'OFFERED'
  | 'ACCEPTED'
  | 'ONBOARDED'
  | 'NOT_STARTED'
  | 'CLOSED';

export type ApplicationPartyName = 'APPLICANT' | 'EMPLOYER' | 'PLATFORM';

/** States in which the employer has not decided yet. */
export const UNDECIDED = ['SUBMITTED', 'VIEWED', 'SHORTLISTED', 'INTERVIEWING'] as const;
/** States in which an application is still going on. */
export const OPEN = [...UNDECIDED, 'OFFERED', 'ACCEPTED'] as const;

/** The published state table of an application. */
export const applicationMachine = defineMachine({
  initial: 'SUBMITTED',
  transitions: {
    view: { from: ['SUBMITTED'], to: 'VIEWED', by: ['EMPLOYER'] },
    shortlist: { from: ['SUBMITTED', 'VIEWED'], to: 'SHORTLISTED', by: ['EMPLOYER'] },
    interview: { from: [...UNDECIDED], to: 'INTERVIEWING', by: ['EMPLOYER'] },
    offer: { from: [...UNDECIDED], to: 'OFFERED', by: ['EMPLOYER'] },
    accept: { from: ['OFFERED'], to: 'ACCEPTED', by: ['APPLICANT'] },
    decline: { from: ['OFFERED'], to: 'CLOSED', by: ['APPLICANT'] },
    withdrawOffer: { from: ['OFFERED'], to: 'CLOSED', by: ['EMPLOYER', 'PLATFORM'] },
    lapseOffer: { from: ['OFFERED'], to: 'CLOSED', by: ['PLATFORM'] },
    onboard: { from: ['ACCEPTED'], to: 'ONBOARDED', by: ['EMPLOYER'] },
    notStart: { from: ['ACCEPTED'], to: 'NOT_STARTED', by: ['EMPLOYER'] },
    renege: { from: ['ACCEPTED'], to: 'CLOSED', by: ['APPLICANT'] },
    withdraw: { from: [...UNDECIDED], to: 'CLOSED', by: ['APPLICANT'] },
    close: { from: [...UNDECIDED], to: 'CLOSED', by: ['EMPLOYER', 'PLATFORM'] },
  },
  refusal: applicationErrors.WRONG_STATE,
});

export type ApplicationTransition = keyof typeof applicationMachine.transitions;
