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

/** Everybody anew, with seats shared out over all: nightly, and after imports. */
export const matchEverybody = defineTask('matching', 'matching.matchEverybody', z.object({}), {
  timeLimitMs: 1_800_000,
});

defineSchedule('matching-everybody', matchEverybody, {}, { cron: '30 2 * * *' });
