import { z } from 'zod';
import { defineSchedule, defineTask } from '../../core/tasks/index.js';

export const matchProfile = defineTask(
  'matching',
  'matching.matchProfile',
  z.object({ profileId: z.uuid() }),
  { timeLimitMs: 120_000 },
);

export const matchJobPosting = defineTask(
  'matching',
  'matching.matchJobPosting',
  z.object({ jobPostingId: z.uuid() }),
  { timeLimitMs: 120_000 },
);

/**
 * Begins a run over everybody, nightly and after imports. While one is under way it is joined; `again` has another follow
 * it, because what changed may be no part of it.
 */
export const matchEverybody = defineTask(
  'matching',
  'matching.matchEverybody',
  z.object({ again: z.boolean().optional() }),
);

defineSchedule('matching-everybody', matchEverybody, {}, { cron: '30 2 * * *' });
