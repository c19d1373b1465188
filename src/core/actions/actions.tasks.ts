import { z } from 'zod';
import { defineSchedule, defineTask } from '../tasks/index.js';

export const purgeIdempotencyKeys = defineTask(
  'maintenance',
  'actions.purgeIdempotencyKeys',
  z.object({}),
  { timeLimitMs: 10 * 60_000 },
);

defineSchedule('actions-purge-idempotency-keys', purgeIdempotencyKeys, {}, { cron: '45 2 * * *' });
