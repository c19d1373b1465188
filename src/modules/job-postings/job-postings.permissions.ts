import { definePermission } from '../../core/auth/index.js';

/** Everybody but a bureau, which reviews postings and would otherwise review its own. */
export const EMPLOYER_KINDS = [
  'ENTERPRISE',
  'COLLEGE',
  'LABOUR_BASE',
  'HR_AGENCY',
  'TRAINING_BODY',
  'SOCIAL_ORGANISATION',
  'STATION_OPERATOR',
] as const;

/** Writing and running an organisation's postings. Drafting is possible before it is verified; submitting is not. */
export const JOB_POSTING_MANAGE = definePermission('JOB_POSTING_MANAGE', {
  kinds: EMPLOYER_KINDS,
  roles: ['ADMINISTRATOR', 'OFFICER'],
  needsStanding: false,
});

/** Reviewing postings and handling reports of the bureau's region. */
export const JOB_POSTING_REVIEW = definePermission('JOB_POSTING_REVIEW', {
  kinds: ['HR_BUREAU'],
  roles: ['ADMINISTRATOR', 'OFFICER'],
});
