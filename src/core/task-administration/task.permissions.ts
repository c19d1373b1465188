import { definePermission } from '../auth/index.js';

/** Seeing which background work was given up and having it tried anew: administrators of the platform only. */
export const TASK_ADMINISTER = definePermission('TASK_ADMINISTER', {
  kinds: [],
  roles: [],
  needsStanding: false,
  platform: true,
});
