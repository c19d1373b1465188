import { z } from 'zod';
import { defineSchedule, defineTask } from '../../core/tasks/index.js';

export const sendNotification = defineTask(
  'notifications',
  'notifications.sendNotification',
  z.object({ notificationId: z.uuid() }),
);

/** Hands over again what should have been sent long ago, and gives up what nobody would want to read any more. */
export const resumeDeliveries = defineTask(
  'notifications',
  'notifications.resumeDeliveries',
  z.object({}),
);

export const purgeNotifications = defineTask(
  'maintenance',
  'notifications.purgeNotifications',
  z.object({}),
  { timeLimitMs: 300_000 },
);

defineSchedule('notifications-resume-deliveries', resumeDeliveries, {}, { cron: '*/10 * * * *' });
defineSchedule('notifications-purge', purgeNotifications, {}, { cron: '40 3 * * *' });
