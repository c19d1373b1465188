import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

const ofAgreement = z.object({
  agreementId: z.uuid(),
  collegeId: z.uuid(),
  enterpriseId: z.uuid(),
});
const ofStudent = ofAgreement.extend({
  enrolmentId: z.uuid(),
  affiliationId: z.uuid(),
  accountId: z.uuid(),
});

/** The college put students on the list, which the enterprise decides on. Once an act. */
export const orderClassProposed = defineEvent(
  'agreements.orderClassProposed',
  ofAgreement.extend({ studentCount: z.int() }),
);
export const orderClassListed = defineEvent('agreements.orderClassListed', ofStudent);
export const orderClassConfirmed = defineEvent('agreements.orderClassConfirmed', ofStudent);
export const orderClassRefused = defineEvent('agreements.orderClassRefused', ofStudent);
/** By the student, by the college, or with the student's place at the college. */
export const orderClassLeft = defineEvent('agreements.orderClassLeft', ofStudent);
