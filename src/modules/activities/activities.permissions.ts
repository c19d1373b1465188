import { definePermission } from '../../core/auth/index.js';
import { ALL_KINDS } from '../organisations/index.js';

/** Holding job fairs: writing, publishing and cancelling them. */
export const JOB_FAIR_HOLD = definePermission('JOB_FAIR_HOLD', {
  kinds: ['COLLEGE', 'ENTERPRISE', 'LABOUR_BASE', 'HR_BUREAU'],
  roles: ['ADMINISTRATOR', 'OFFICER'],
});

/** Taking part in job fairs of others: registering, declining and leaving. */
export const JOB_FAIR_JOIN = definePermission('JOB_FAIR_JOIN', {
  kinds: ALL_KINDS,
  roles: ['ADMINISTRATOR', 'OFFICER'],
});

/** Seeing the fairs closed to others in the bureau's region, and who is invited to them. */
export const JOB_FAIR_OVERSEE = definePermission('JOB_FAIR_OVERSEE', {
  kinds: ['HR_BUREAU'],
  roles: ['ADMINISTRATOR', 'OFFICER', 'VIEWER'],
});
