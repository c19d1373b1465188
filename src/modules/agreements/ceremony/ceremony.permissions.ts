import { definePermission } from '../../../core/auth/index.js';

const HOSTS = ['HR_BUREAU', 'COLLEGE'] as const;

/** Planning ceremonies at which agreements are signed, and opening and ending them. */
export const AGREEMENT_CEREMONY_HOLD = definePermission('AGREEMENT_CEREMONY_HOLD', {
  kinds: HOSTS,
  roles: ['ADMINISTRATOR', 'OFFICER'],
});

/** Seeing the host's ceremonies and showing them on a screen. */
export const AGREEMENT_CEREMONY_READ = definePermission('AGREEMENT_CEREMONY_READ', {
  kinds: HOSTS,
  roles: ['ADMINISTRATOR', 'OFFICER', 'VIEWER'],
});
