import { defineMachine } from '../../../core/state-machine/index.js';
import { enrolmentErrors } from './enrolment.errors.js';

/** The way of one student on the list of an order class. */
export const enrolmentMachine = defineMachine({
  initial: 'LISTED',
  transitions: {
    confirm: { from: ['LISTED'], to: 'CONFIRMED', by: ['ENTERPRISE'] },
    refuse: { from: ['LISTED'], to: 'REFUSED', by: ['ENTERPRISE'] },
    leave: { from: ['LISTED', 'CONFIRMED'], to: 'LEFT', by: ['STUDENT', 'COLLEGE', 'PLATFORM'] },
    end: { from: ['LISTED', 'CONFIRMED'], to: 'ENDED', by: ['PLATFORM'] },
  },
  refusal: enrolmentErrors.WRONG_STATE,
});

export type EnrolmentTransition = keyof typeof enrolmentMachine.transitions;
