import { defineMachine } from '../../../core/state-machine/index.js';
import { companyImportErrors } from './company-import.errors.js';

/** An organisation's import: looked at first, or written at once; undone as far as nobody touched the drafts. */
export const companyImportMachine = defineMachine({
  initial: 'PREVIEWED',
  transitions: {
    apply: { from: ['PREVIEWED'], to: 'FINISHED', by: ['EMPLOYER'] },
    undo: { from: ['FINISHED'], to: 'UNDONE', by: ['EMPLOYER', 'PLATFORM'] },
    /** Imports of the command line only; named so that every state of the table is there. */
    fail: { from: ['RUNNING'], to: 'FAILED', by: ['PLATFORM'] },
  },
  refusal: companyImportErrors.WRONG_STATE,
});
