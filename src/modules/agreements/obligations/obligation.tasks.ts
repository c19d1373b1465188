import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

export const watchObligations = defineTask(
  'maintenance',
  'agreements.watchObligations',
  z.object({}),
  { timeLimitMs: 300_000 },
);

// After terms have begun and ended; in the morning, because it is read then.
defineSchedule('agreements-watch-obligations', watchObligations, {}, { cron: '20 7 * * *' });
