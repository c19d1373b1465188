import { z } from 'zod';
import { defineSchedule, defineTask } from '../tasks/index.js';

export const purgeDevelopmentMessages = defineTask(
  'maintenance',
  'mail.purgeDevelopmentMessages',
  z.object({}),
);

defineSchedule(
  'mail-purge-development-messages',
  purgeDevelopmentMessages,
  {},
  { cron: '20 4 * * *' },
);
