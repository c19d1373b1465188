import { defineMachine } from '../../../core/state-machine/index.js';
import { agreementErrors } from './agreement.errors.js';

export type AgreementStateName =
  | 'DRAFT'
  | 'NEGOTIATING'
  | 'IN_REVIEW'
  | 'AWAITING_SIGNATURES'
  | 'PARTIALLY_SIGNED'
  | 'SIGNED'
  | 'EFFECTIVE'
  | 'SUSPENDED'
  | 'SUPERSEDED'
  | 'EXPIRED'
  | 'TERMINATED'
  | 'CANCELLED';

/** DRAFTER: the party that drew the text up; PARTY: any of them; PLATFORM: the clock. */
export type AgreementRole = 'DRAFTER' | 'PARTY' | 'PLATFORM';

const PUT_FORWARD = ['IN_REVIEW', 'AWAITING_SIGNATURES', 'PARTIALLY_SIGNED'] as const;
const BINDING = ['SIGNED', 'EFFECTIVE', 'SUSPENDED'] as const;
const UNSIGNED = ['DRAFT', 'NEGOTIATING', ...PUT_FORWARD] as const;

/**
 * SIGNED is signed by all and not begun yet. A text is put forward by the proposal; an amendment after that takes it
 * back into negotiation and voids what was signed. What all have signed is changed by an amendment only, an agreement of
 * its own that supersedes it on its first day. What breaks the rules of its kind by then is held up by the platform, and
 * released on the day that it keeps them.
 */
export const agreementMachine = defineMachine({
  initial: 'DRAFT',
  transitions: {
    edit: { from: ['DRAFT'], to: 'DRAFT', by: ['DRAFTER'] },
    share: { from: ['DRAFT'], to: 'NEGOTIATING', by: ['DRAFTER'] },
    amend: { from: ['NEGOTIATING', ...PUT_FORWARD], to: 'NEGOTIATING', by: ['DRAFTER', 'PARTY'] },
    submitForReview: { from: ['DRAFT', 'NEGOTIATING'], to: 'IN_REVIEW', by: ['DRAFTER'] },
    propose: { from: ['DRAFT', 'NEGOTIATING'], to: 'AWAITING_SIGNATURES', by: ['DRAFTER'] },
    approve: { from: ['IN_REVIEW'], to: 'IN_REVIEW', by: ['PARTY'] },
    finishReview: { from: ['IN_REVIEW'], to: 'AWAITING_SIGNATURES', by: ['PARTY'] },
    return: { from: [...PUT_FORWARD], to: 'DRAFT', by: ['PARTY'] },
    signFirst: { from: ['AWAITING_SIGNATURES'], to: 'PARTIALLY_SIGNED', by: ['PARTY'] },
    signNext: { from: ['PARTIALLY_SIGNED'], to: 'PARTIALLY_SIGNED', by: ['PARTY'] },
    signLast: { from: ['AWAITING_SIGNATURES', 'PARTIALLY_SIGNED'], to: 'SIGNED', by: ['PARTY'] },
    takeEffect: { from: ['SIGNED'], to: 'EFFECTIVE', by: ['PLATFORM'] },
    holdUp: { from: ['SIGNED'], to: 'SUSPENDED', by: ['PLATFORM'] },
    release: { from: ['SUSPENDED'], to: 'EFFECTIVE', by: ['PLATFORM'] },
    suspend: { from: ['EFFECTIVE'], to: 'SUSPENDED', by: ['PARTY'] },
    resume: { from: ['SUSPENDED'], to: 'EFFECTIVE', by: ['PARTY'] },
    supersede: { from: [...BINDING], to: 'SUPERSEDED', by: ['PLATFORM'] },
    expire: { from: [...BINDING], to: 'EXPIRED', by: ['PLATFORM'] },
    terminate: { from: [...BINDING], to: 'TERMINATED', by: ['PARTY'] },
    cancel: { from: [...UNSIGNED], to: 'CANCELLED', by: ['PARTY'] },
    lapse: { from: [...UNSIGNED], to: 'CANCELLED', by: ['PLATFORM'] },
  },
  refusal: agreementErrors.WRONG_STATE,
});

export type AgreementTransition = keyof typeof agreementMachine.transitions;
