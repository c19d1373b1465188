import { definePermission } from '../../core/auth/index.js';

/** Looking for people: officers of a verified enterprise. Names and contacts stay masked until a person applies. */
export const JOB_SEEKER_SEARCH = definePermission('JOB_SEEKER_SEARCH', {
  kinds: ['ENTERPRISE'],
  roles: ['ADMINISTRATOR', 'OFFICER'],
});
