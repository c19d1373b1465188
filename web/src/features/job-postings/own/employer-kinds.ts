import type { OrganisationKind } from '@/graphql/generated/shared/viewer/viewer';

/** Who may post: everybody but a bureau, which reviews postings. */
export const EMPLOYER_KINDS: readonly OrganisationKind[] = [
  'ENTERPRISE',
  'HR_AGENCY',
  'COLLEGE',
  'LABOUR_BASE',
  'TRAINING_BODY',
  'SOCIAL_ORGANISATION',
  'STATION_OPERATOR',
];
