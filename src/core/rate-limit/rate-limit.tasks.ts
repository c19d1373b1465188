import { z } from 'zod';
import { defineSchedule, defineTask } from '../tasks/index.js';

export const purgeRateLimits = defineTask('maintenance', 'rateLimit.purgeRateLimits', z.object({}));

defineSchedule('rate-limit-purge', purgeRateLimits, {}, { cron: '*/20 * * * *' });
