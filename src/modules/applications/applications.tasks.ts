import { z } from 'zod';
import { defineSchedule, defineTask } from '../../core/tasks/index.js';

export const lapseOffers = defineTask('maintenance', 'applications.lapseOffers', z.object({}), {
  timeLimitMs: 300_000,
});

// An unanswered offer cannot be accepted after its moment in any case; this writes it down.
defineSchedule('applications-lapse-offers', lapseOffers, {}, { cron: '*/10 * * * *' });
