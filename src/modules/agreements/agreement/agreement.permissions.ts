import { definePermission } from '../../../core/auth/index.js';

/** Kinds of organisations that can be a party of some kind of agreement. */
const PARTIES = ['COLLEGE', 'ENTERPRISE', 'HR_BUREAU', 'LABOUR_BASE', 'HR_AGENCY'] as const;

/** Drawing up agreements, putting them forward and opening postings under them. */
export const AGREEMENT_DRAFT = definePermission('AGREEMENT_DRAFT', {
  kinds: PARTIES,
  roles: ['ADMINISTRATOR', 'OFFICER'],
});

/** Signing for the organisation and ending what it signed: for those who speak for it. */
export const AGREEMENT_SIGN = definePermission('AGREEMENT_SIGN', {
  kinds: PARTIES,
  roles: ['ADMINISTRATOR'],
});

/** Reading the organisation's agreements; also while it is not in good standing. */
export const AGREEMENT_READ = definePermission('AGREEMENT_READ', {
  kinds: PARTIES,
  roles: ['ADMINISTRATOR', 'OFFICER', 'VIEWER'],
  needsStanding: false,
});

/** Seeing the register of what organisations of the bureau's region have put forward or signed: not its text. */
export const AGREEMENT_OVERSEE = definePermission('AGREEMENT_OVERSEE', {
  kinds: ['HR_BUREAU'],
  roles: ['ADMINISTRATOR', 'OFFICER', 'VIEWER'],
});
