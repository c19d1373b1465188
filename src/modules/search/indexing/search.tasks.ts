import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

export const indexJobPosting = defineTask(
  'search-index',
  'search.indexJobPosting',
  z.object({ jobPostingId: z.uuid() }),
);

/** One chunk of an import at once: thousands of single tasks would only queue up behind each other. */
export const indexImportChunk = defineTask(
  'search-index',
  'search.indexImportChunk',
  z.object({ importId: z.uuid(), chunk: z.int() }),
  { timeLimitMs: 300_000 },
);

/** All published postings of an organisation, whose standing shows or hides them. */
export const indexOrganisation = defineTask(
  'search-index',
  'search.indexOrganisation',
  z.object({ organisationId: z.uuid() }),
  { timeLimitMs: 300_000 },
);

export const rebuildIndex = defineTask('maintenance', 'search.rebuildIndex', z.object({}), {
  timeLimitMs: 3_600_000,
});

export const reconcileIndex = defineTask('maintenance', 'search.reconcileIndex', z.object({}), {
  timeLimitMs: 3_600_000,
});

/** Makes a missing index, and has an outdated one rebuilt. */
export const ensureIndex = defineTask('search-index', 'search.ensureIndex', z.object({}), {
  timeLimitMs: 120_000,
});

defineSchedule('search-reconcile', reconcileIndex, {}, { cron: '30 3 * * *' });
defineSchedule('search-ensure-index', ensureIndex, {}, { cron: '*/5 * * * *' });
