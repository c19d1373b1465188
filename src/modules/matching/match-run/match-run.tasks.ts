import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

/** Scores or writes the lists of one chunk, whichever the run has come to. */
export const workOnChunk = defineTask(
  'matching',
  'matching.workOnChunk',
  z.object({ matchRunId: z.uuid(), chunk: z.int() }),
  { timeLimitMs: 300_000 },
);

/** Shares the seats out over everybody, when all chunks are scored. */
export const shareSeats = defineTask(
  'matching',
  'matching.shareSeats',
  z.object({ matchRunId: z.uuid() }),
  { timeLimitMs: 1_800_000 },
);

/** Hands out anew what is left of a run whose workers or queue were lost. */
export const resumeMatchRun = defineTask('matching', 'matching.resumeMatchRun', z.object({}));

defineSchedule('matching-resume', resumeMatchRun, {}, { cron: '* * * * *' });
