import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

export const messageQueued = defineEvent(
  'identity.messageQueued',
  z.object({ messageId: z.uuid() }),
);
