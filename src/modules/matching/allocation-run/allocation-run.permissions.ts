import { definePermission } from '../../../core/auth/index.js';

/** Setting up, previewing, committing and undoing allocations of the bureau's region. */
export const ALLOCATION_MANAGE = definePermission('ALLOCATION_MANAGE', {
  kinds: ['HR_BUREAU'],
  roles: ['ADMINISTRATOR', 'OFFICER'],
});
