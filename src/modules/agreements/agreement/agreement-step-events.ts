import type { AgreementEventKind } from '../evidence/evidence-event-kinds.js';
import type { AgreementTransition } from './agreement.machine.js';

/** What a step of the machine is in the chain of evidence; null where the event is written by whoever takes the step. */
export const EVENT_OF_STEP: Readonly<Record<AgreementTransition, AgreementEventKind | null>> = {
  edit: 'EDITED',
  share: 'SHARED',
  amend: 'AMENDED',
  submitForReview: 'PROPOSED',
  propose: 'PROPOSED',
  approve: 'REVIEWED',
  finishReview: 'REVIEWED',
  return: 'RETURNED',
  signFirst: null,
  signNext: null,
  signLast: 'COMPLETED',
  takeEffect: 'TOOK_EFFECT',
  holdUp: 'SUSPENDED',
  release: 'TOOK_EFFECT',
  suspend: 'SUSPENDED',
  resume: 'RESUMED',
  supersede: 'SUPERSEDED',
  expire: 'EXPIRED',
  terminate: 'TERMINATED',
  cancel: 'CANCELLED',
  lapse: 'LAPSED',
};
