import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

export const purgeIdentity = defineTask('maintenance', 'identity.purgeExpired', z.object({}));

defineSchedule('identity-purge-expired', purgeIdentity, {}, { cron: '20 3 * * *' });
