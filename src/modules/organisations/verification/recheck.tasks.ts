import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

export const lapseVerifications = defineTask(
  'maintenance',
  'organisations.lapseVerifications',
  z.object({}),
  { timeLimitMs: 300_000 },
);

export const remindOfRechecks = defineTask(
  'maintenance',
  'organisations.remindOfRechecks',
  z.object({}),
  { timeLimitMs: 300_000 },
);

export const sendRecheckReminder = defineTask(
  'notifications',
  'organisations.sendRecheckReminder',
  z.object({ organisationId: z.uuid(), daysLeft: z.int() }),
);

// Verifications end at midnight; what has lapsed is written down right after it.
defineSchedule('organisations-lapse-verifications', lapseVerifications, {}, { cron: '1 0 * * *' });
defineSchedule('organisations-remind-of-rechecks', remindOfRechecks, {}, { cron: '30 8 * * *' });
