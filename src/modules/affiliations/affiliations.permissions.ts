import { definePermission } from '../../core/auth/index.js';

/** Seeing the students of the college: names and student numbers are for a college in good standing only. */
export const STUDENT_VIEW = definePermission('STUDENT_VIEW', {
  kinds: ['COLLEGE'],
  roles: ['ADMINISTRATOR', 'OFFICER', 'VIEWER'],
});

/** Keeping the roster and deciding who is a student of the college. */
export const STUDENT_MANAGE = definePermission('STUDENT_MANAGE', {
  kinds: ['COLLEGE'],
  roles: ['ADMINISTRATOR', 'OFFICER'],
});
