import { defineMachine } from '../../../core/state-machine/index.js';
import { accountErrors } from './account.errors.js';

/** Disabling can be taken back, closing cannot: the person is erased from a closed account. */
export const accountMachine = defineMachine({
  initial: 'ACTIVE',
  transitions: {
    disable: { from: ['ACTIVE'], to: 'DISABLED', by: ['ADMINISTRATOR'] },
    enable: { from: ['DISABLED'], to: 'ACTIVE', by: ['ADMINISTRATOR'] },
    close: { from: ['ACTIVE'], to: 'CLOSED', by: ['OWNER'] },
  },
  refusal: accountErrors.WRONG_STATE,
});

export type AccountState = 'ACTIVE' | 'DISABLED' | 'CLOSED';
