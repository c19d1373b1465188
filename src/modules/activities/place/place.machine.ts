import { defineMachine } from '../../../core/state-machine/index.js';
import { placeErrors } from './place.errors.js';

export const placeMachine = defineMachine({
  initial: 'INVITED',
  transitions: {
    /** Also to bring other postings than before. */
    register: {
      from: ['INVITED', 'REGISTERED', 'DECLINED', 'LEFT', 'WITHDRAWN'],
      to: 'REGISTERED',
      by: ['PARTICIPANT'],
    },
    decline: { from: ['INVITED'], to: 'DECLINED', by: ['PARTICIPANT'] },
    leave: { from: ['REGISTERED'], to: 'LEFT', by: ['PARTICIPANT'] },
    withdraw: { from: ['INVITED'], to: 'WITHDRAWN', by: ['AGREEMENT'] },
    inviteAgain: { from: ['WITHDRAWN'], to: 'INVITED', by: ['AGREEMENT'] },
  },
  refusal: placeErrors.WRONG_STATE,
});

export type PlaceTransition = keyof typeof placeMachine.transitions;
