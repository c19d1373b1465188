import { z } from 'zod';
import { defineSchedule, defineTask } from '../tasks/index.js';

export const purgeOrphanFiles = defineTask('maintenance', 'storage.purgeOrphanFiles', z.object({}));

defineSchedule('storage-purge-orphans', purgeOrphanFiles, {}, { cron: '10 * * * *' });
