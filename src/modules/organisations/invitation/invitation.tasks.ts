import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

export const sendInvitation = defineTask(
  'notifications',
  'organisations.sendInvitation',
  z.object({ invitationId: z.uuid() }),
);

export const expireInvitations = defineTask(
  'maintenance',
  'organisations.expireInvitations',
  z.object({}),
);

defineSchedule('organisations-expire-invitations', expireInvitations, {}, { cron: '15 0 * * *' });
