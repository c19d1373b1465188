import { z } from 'zod';
import { defineSchedule, defineTask } from '../tasks/index.js';

/** One event for one listener. */
export const deliverEvent = defineTask(
  'events',
  'events.deliver',
  z.object({ eventId: z.uuid(), listener: z.string() }),
);

export const purgeFinishedEvents = defineTask('maintenance', 'events.purgeFinished', z.object({}), {
  timeLimitMs: 10 * 60_000,
});

defineSchedule('events-purge-finished', purgeFinishedEvents, {}, { cron: '15 2 * * *' });
