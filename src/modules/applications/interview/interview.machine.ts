import { defineMachine } from '../../../core/state-machine/index.js';
import { interviewErrors } from './interview.errors.js';

export type InterviewStateName =
  'PROPOSED' | 'CONFIRMED' | 'DECLINED' | 'CANCELLED' | 'HELD' | 'NO_SHOW';

const BOTH = ['APPLICANT', 'EMPLOYER'] as const;

/** A moved interview is a new proposal, which the other side confirms. */
export const interviewMachine = defineMachine({
  initial: 'PROPOSED',
  transitions: {
    confirm: { from: ['PROPOSED'], to: 'CONFIRMED', by: [...BOTH] },
    decline: { from: ['PROPOSED'], to: 'DECLINED', by: [...BOTH] },
    move: { from: ['PROPOSED', 'CONFIRMED'], to: 'PROPOSED', by: [...BOTH] },
    cancel: { from: ['PROPOSED', 'CONFIRMED'], to: 'CANCELLED', by: [...BOTH] },
    hold: { from: ['CONFIRMED'], to: 'HELD', by: ['EMPLOYER'] },
    missed: { from: ['CONFIRMED'], to: 'NO_SHOW', by: [...BOTH] },
  },
  refusal: interviewErrors.WRONG_STATE,
});
