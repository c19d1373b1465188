import { defineMachine } from '../../../core/state-machine/index.js';
import { ceremonyErrors } from './ceremony.errors.js';

export const ceremonyMachine = defineMachine({
  initial: 'PLANNED',
  transitions: {
    edit: { from: ['PLANNED'], to: 'PLANNED', by: ['HOST'] },
    open: { from: ['PLANNED'], to: 'OPEN', by: ['HOST'] },
    end: { from: ['OPEN'], to: 'ENDED', by: ['HOST'] },
    cancel: { from: ['PLANNED'], to: 'CANCELLED', by: ['HOST'] },
  },
  refusal: ceremonyErrors.WRONG_STATE,
});

export type CeremonyTransition = keyof typeof ceremonyMachine.transitions;
