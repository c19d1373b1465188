import type {
  AccountClass,
  OrganisationKind,
} from '@/graphql/generated/features/organisations/own/particulars/particulars';

/** Classes a kind may recruit under; the first is its usual one. */
export const ACCOUNT_CLASSES: Readonly<Record<OrganisationKind, readonly AccountClass[]>> = {
  ENTERPRISE: ['OWN_HIRING'],
  COLLEGE: ['OWN_HIRING', 'PUBLIC_SERVICE'],
  LABOUR_BASE: ['PUBLIC_SERVICE', 'OPERATING_AGENCY', 'OWN_HIRING'],
  HR_BUREAU: ['PUBLIC_SERVICE'],
  HR_AGENCY: ['OPERATING_AGENCY', 'PUBLIC_SERVICE'],
  TRAINING_BODY: ['OWN_HIRING', 'OPERATING_AGENCY'],
  SOCIAL_ORGANISATION: ['OWN_HIRING', 'PUBLIC_SERVICE'],
  STATION_OPERATOR: ['OWN_HIRING', 'PUBLIC_SERVICE'],
};

export const ORGANISATION_KINDS = Object.keys(ACCOUNT_CLASSES) as readonly OrganisationKind[];
