import { definePermission } from '../../core/auth/index.js';

export const ALL_KINDS = [
  'ENTERPRISE',
  'COLLEGE',
  'LABOUR_BASE',
  'HR_BUREAU',
  'HR_AGENCY',
  'TRAINING_BODY',
  'SOCIAL_ORGANISATION',
  'STATION_OPERATOR',
] as const;

/** Editing an organisation, its members, invitations and keys, and asking to be verified: also while it is not in good standing. */
export const ORGANISATION_MANAGE = definePermission('ORGANISATION_MANAGE', {
  kinds: ALL_KINDS,
  roles: ['ADMINISTRATOR'],
  needsStanding: false,
});

/**
 * Verifying, suspending and reinstating the organisations of the bureau's region. Platform administrators hold it for
 * bureaux only (see the policy): nobody stands above the first one.
 */
export const ORGANISATION_VERIFY = definePermission('ORGANISATION_VERIFY', {
  kinds: ['HR_BUREAU'],
  roles: ['ADMINISTRATOR', 'OFFICER'],
  platform: true,
});

/** Registering a bureau that counts as verified: the root of all verification. */
export const BUREAU_REGISTER = definePermission('BUREAU_REGISTER', {
  kinds: [],
  roles: [],
  platform: true,
});
