import { defineMachine } from '../../core/state-machine/index.js';
import { agreementErrors } from './agreement.errors.js';

export type AgreementStateName =
  | 'DRAFT'
  | 'AWAITING_SIGNATURES'
  | 'PARTIALLY_SIGNED'
  | 'SIGNED'
  | 'EFFECTIVE'
  | 'EXPIRED'
  | 'TERMINATED'
  | 'CANCELLED';

/** DRAFTER: the party that drew the text up; PARTY: either of the two; PLATFORM: the clock. */
export type AgreementRole = 'DRAFTER' | 'PARTY' | 'PLATFORM';

/** SIGNED is signed by both and not begun yet; a text is frozen from the proposal on. */
export const agreementMachine = defineMachine({
  initial: 'DRAFT',
  transitions: {
    edit: { from: ['DRAFT'], to: 'DRAFT', by: ['DRAFTER'] },
    propose: { from: ['DRAFT'], to: 'AWAITING_SIGNATURES', by: ['DRAFTER'] },
    return: { from: ['AWAITING_SIGNATURES', 'PARTIALLY_SIGNED'], to: 'DRAFT', by: ['PARTY'] },
    signFirst: { from: ['AWAITING_SIGNATURES'], to: 'PARTIALLY_SIGNED', by: ['PARTY'] },
    signSecond: { from: ['PARTIALLY_SIGNED'], to: 'SIGNED', by: ['PARTY'] },
    takeEffect: { from: ['SIGNED'], to: 'EFFECTIVE', by: ['PLATFORM'] },
    expire: { from: ['EFFECTIVE', 'SIGNED'], to: 'EXPIRED', by: ['PLATFORM'] },
    terminate: { from: ['EFFECTIVE', 'SIGNED'], to: 'TERMINATED', by: ['PARTY'] },
    cancel: {
      from: ['DRAFT', 'AWAITING_SIGNATURES', 'PARTIALLY_SIGNED'],
      to: 'CANCELLED',
      by: ['PARTY'],
    },
    lapse: {
      from: ['DRAFT', 'AWAITING_SIGNATURES', 'PARTIALLY_SIGNED'],
      to: 'CANCELLED',
      by: ['PLATFORM'],
    },
  },
  refusal: agreementErrors.WRONG_STATE,
});

export type AgreementTransition = keyof typeof agreementMachine.transitions;
