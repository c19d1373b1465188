import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

export const publishEventHead = defineTask(
  'maintenance',
  'agreements.publishEventHead',
  z.object({}),
  { timeLimitMs: 300_000 },
);

defineSchedule('agreements-publish-event-head', publishEventHead, {}, { cron: '8 0 * * *' });
