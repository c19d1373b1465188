import { definePermission } from '../../../core/auth/index.js';

/** Held by administrators of the platform only, whatever organisations they belong to. */
export const ACCOUNT_ADMINISTER = definePermission('ACCOUNT_ADMINISTER', {
  kinds: [],
  roles: [],
  needsStanding: false,
  platform: true,
});
