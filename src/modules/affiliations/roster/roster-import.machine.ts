import { defineMachine } from '../../../core/state-machine/index.js';
import { rosterImportErrors } from './roster-import.errors.js';

/** A roster is looked at before it is applied, and can be taken back once. */
export const rosterImportMachine = defineMachine({
  initial: 'PREVIEWED',
  transitions: {
    apply: { from: ['PREVIEWED'], to: 'APPLIED', by: ['COLLEGE'] },
    undo: { from: ['APPLIED'], to: 'UNDONE', by: ['COLLEGE'] },
  },
  refusal: rosterImportErrors.WRONG_STATE,
});
