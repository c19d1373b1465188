import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

const longRun = { timeLimitMs: 300_000 };

export const releasePostings = defineTask(
  'maintenance',
  'jobPostings.releaseScheduled',
  z.object({}),
  longRun,
);
export const resumePostings = defineTask(
  'maintenance',
  'jobPostings.resumePaused',
  z.object({}),
  longRun,
);
export const expirePostings = defineTask(
  'maintenance',
  'jobPostings.expirePostings',
  z.object({}),
  longRun,
);

defineSchedule('job-postings-release', releasePostings, {}, { cron: '* * * * *' });
// Days end at midnight; what they end is written down right after.
defineSchedule('job-postings-expire', expirePostings, {}, { cron: '2 0 * * *' });
defineSchedule('job-postings-resume', resumePostings, {}, { cron: '3 0 * * *' });
