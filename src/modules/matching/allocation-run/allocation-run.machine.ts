import { defineMachine } from '../../../core/state-machine/index.js';
import { allocationRunErrors } from './allocation-run.errors.js';

/** An allocation: set up, worked out by the worker, looked at, then committed or given up; what is committed can be undone. */
export const allocationRunMachine = defineMachine({
  initial: 'DRAFT',
  transitions: {
    start: { from: ['DRAFT'], to: 'RUNNING', by: ['BUREAU'] },
    resume: { from: ['RUNNING'], to: 'RUNNING', by: ['BUREAU'] },
    preview: { from: ['RUNNING'], to: 'PREVIEWED', by: ['PLATFORM'] },
    commit: { from: ['PREVIEWED'], to: 'COMMITTED', by: ['BUREAU'] },
    discard: { from: ['DRAFT', 'RUNNING', 'PREVIEWED'], to: 'DISCARDED', by: ['BUREAU'] },
    undo: { from: ['COMMITTED'], to: 'UNDONE', by: ['BUREAU'] },
  },
  refusal: allocationRunErrors.WRONG_STATE,
});

export type AllocationRunTransition = keyof typeof allocationRunMachine.transitions;
