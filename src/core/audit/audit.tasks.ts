import { z } from 'zod';
import { defineSchedule, defineTask } from '../tasks/index.js';

export const publishAuditHead = defineTask('maintenance', 'audit.publishHead', z.object({}));

defineSchedule('audit-publish-head', publishAuditHead, {}, { cron: '5 0 * * *' });
