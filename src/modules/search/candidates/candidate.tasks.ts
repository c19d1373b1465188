import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

export const indexCandidate = defineTask(
  'search-index',
  'search.indexCandidate',
  z.object({ profileId: z.uuid() }),
);

/** One chunk of an import at once. */
export const indexImportedCandidates = defineTask(
  'search-index',
  'search.indexImportedCandidates',
  z.object({ importId: z.uuid(), chunk: z.int() }),
  { timeLimitMs: 300_000 },
);

export const rebuildCandidates = defineTask(
  'maintenance',
  'search.rebuildCandidates',
  z.object({}),
  { timeLimitMs: 3_600_000 },
);

export const reconcileCandidates = defineTask(
  'maintenance',
  'search.reconcileCandidates',
  z.object({}),
  { timeLimitMs: 3_600_000 },
);

/** Makes a missing index, and has an outdated one rebuilt. */
export const ensureCandidates = defineTask(
  'search-index',
  'search.ensureCandidates',
  z.object({}),
  { timeLimitMs: 120_000 },
);

defineSchedule('search-reconcile-candidates', reconcileCandidates, {}, { cron: '45 3 * * *' });
defineSchedule('search-ensure-candidates', ensureCandidates, {}, { cron: '*/5 * * * *' });
