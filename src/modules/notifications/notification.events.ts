import { z } from 'zod';
import { defineEvent } from '../../core/events/index.js';

/** Notices about an event were written, and some of them are to be mailed. */
export const deliveriesPlanned = defineEvent(
  'notifications.deliveriesPlanned',
  z.object({ aboutEventId: z.uuid() }),
);
