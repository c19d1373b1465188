import { z } from 'zod';
import { defineTask } from '../../../core/tasks/index.js';

/** Takes down wishes chunk by chunk and allocates; goes on after the last chunk when it was interrupted. */
export const runAllocation = defineTask(
  'matching',
  'matching.runAllocation',
  z.object({ allocationRunId: z.uuid() }),
  { timeLimitMs: 1_800_000 },
);
