import { z } from 'zod';
import { defineTask } from '../../../core/tasks/index.js';

export const sendIdentityMessage = defineTask(
  'notifications',
  'identity.sendMessage',
  z.object({ messageId: z.uuid() }),
);
