import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

export const advanceAgreements = defineTask(
  'maintenance',
  'agreements.advanceAgreements',
  z.object({}),
  { timeLimitMs: 300_000 },
);

// Terms begin and end at midnight; what has is written down right after it.
defineSchedule('agreements-advance', advanceAgreements, {}, { cron: '2 0 * * *' });
