import { defineMachine } from '../../../core/state-machine/index.js';
import { affiliationErrors } from './affiliation.errors.js';

/** The way of one place. What ends a claim on a place of the roster opens a fresh place beside it (see `reopens`). */
export const affiliationMachine = defineMachine({
  initial: 'ROSTERED',
  transitions: {
    claim: { from: ['ROSTERED'], to: 'CLAIMED', by: ['STUDENT'] },
    confirm: { from: ['CLAIMED'], to: 'CONFIRMED', by: ['COLLEGE'] },
    refuse: { from: ['CLAIMED'], to: 'REFUSED', by: ['COLLEGE'] },
    leave: { from: ['CLAIMED', 'CONFIRMED'], to: 'LEFT', by: ['STUDENT'] },
    end: { from: ['CONFIRMED'], to: 'LEFT', by: ['COLLEGE'] },
    erase: { from: ['CLAIMED', 'CONFIRMED'], to: 'LEFT', by: ['PLATFORM'] },
  },
  refusal: affiliationErrors.WRONG_STATE,
});

export type AffiliationTransition = keyof typeof affiliationMachine.transitions;

/** Transitions after which the roster's place can be claimed anew: the wrong person took it, or the right one let go. */
export function reopens(transition: AffiliationTransition): boolean {
  return transition === 'refuse' || transition === 'leave';
}
