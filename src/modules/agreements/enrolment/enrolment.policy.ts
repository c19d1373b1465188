import type { Actor } from '../../../core/auth/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { mayDraft, partnersIn } from '../agreement/agreement.policy.js';
import { isInForce } from '../agreement/agreement.rules.js';
import { enrolmentMachine, type EnrolmentTransition } from './enrolment.machine.js';
import type { OrderClassEnrolment, OrderClassEnrolmentViewerCan } from './enrolment.model.js';

export interface Partners {
  readonly collegeId: string;
  readonly enterpriseId: string;
}

/** The two sides of an agreement on an order class; null for any other. */
export function orderClassPartners(agreement: Agreement): Partners | null {
  return agreement.subKind === 'ORDER_CLASS' ? partnersIn(agreement) : null;
}

/** The college lists students while the agreement is in force. */
export function mayEnrol(actor: Actor, agreement: Agreement, today: string): boolean {
  const partners = orderClassPartners(agreement);
  return partners !== null && isInForce(agreement, today) && mayDraft(actor, partners.collegeId);
}

export function viewerCanOf(
  actor: Actor,
  enrolment: OrderClassEnrolment,
): OrderClassEnrolmentViewerCan {
  const { state, collegeId, enterpriseId, accountId, isInForce: isOpen } = enrolment;
  const can = (step: EnrolmentTransition, by: 'ENTERPRISE' | 'COLLEGE' | 'STUDENT'): boolean =>
    enrolmentMachine.can(state, step, by);
  return {
    decide: isOpen && can('confirm', 'ENTERPRISE') && mayDraft(actor, enterpriseId),
    remove: can('leave', 'COLLEGE') && mayDraft(actor, collegeId),
    leave: can('leave', 'STUDENT') && actor.accountId === accountId,
  };
}
