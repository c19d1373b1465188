import { defineMachine } from '../../../core/state-machine/index.js';
import { jobFairErrors } from './job-fair.errors.js';

export const jobFairMachine = defineMachine({
  initial: 'DRAFT',
  transitions: {
    edit: { from: ['DRAFT'], to: 'DRAFT', by: ['ORGANISER'] },
    amend: { from: ['PUBLISHED'], to: 'PUBLISHED', by: ['ORGANISER'] },
    publish: { from: ['DRAFT'], to: 'PUBLISHED', by: ['ORGANISER'] },
    cancel: { from: ['DRAFT', 'PUBLISHED'], to: 'CANCELLED', by: ['ORGANISER'] },
    // A matter of the moment: nobody writes it down.
    end: { from: ['PUBLISHED'], to: 'ENDED', by: ['TIME'] },
  },
  refusal: jobFairErrors.WRONG_STATE,
});
