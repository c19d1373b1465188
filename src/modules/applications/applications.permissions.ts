import { definePermission } from '../../core/auth/index.js';

/** As in job-postings: everybody but a bureau may employ. */
const EMPLOYER_KINDS = [
  'ENTERPRISE',
  'COLLEGE',
  'LABOUR_BASE',
  'HR_AGENCY',
  'TRAINING_BODY',
  'SOCIAL_ORGANISATION',
  'STATION_OPERATOR',
] as const;

/** Reading the applications to an organisation's postings, with the profiles that came with them. */
export const APPLICATION_READ = definePermission('APPLICATION_READ', {
  kinds: EMPLOYER_KINDS,
  roles: ['ADMINISTRATOR', 'OFFICER', 'VIEWER'],
});

/** Answering them: shortlisting, interviews, offers, closing. */
export const APPLICATION_DECIDE = definePermission('APPLICATION_DECIDE', {
  kinds: EMPLOYER_KINDS,
  roles: ['ADMINISTRATOR', 'OFFICER'],
});
