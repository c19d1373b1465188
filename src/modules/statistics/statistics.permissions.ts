import { definePermission } from '../../core/auth/index.js';

/** Reading figures by region, occupation and week for the bureau's own region. */
export const STATISTICS_READ = definePermission('STATISTICS_READ', {
  kinds: ['HR_BUREAU'],
  roles: ['ADMINISTRATOR', 'OFFICER', 'VIEWER'],
  platform: true,
});
