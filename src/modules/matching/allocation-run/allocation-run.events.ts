import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

/** A bureau wants an allocation worked out. */
export const allocationRunStarted = defineEvent(
  'matching.allocationRunStarted',
  z.object({ allocationRunId: z.uuid() }),
);

/** A committed allocation recommends a posting to a person, and the person to its employer. */
export const allocationRecommended = defineEvent(
  'matching.allocationRecommended',
  z.object({ allocationRunId: z.uuid(), profileId: z.uuid(), jobPostingId: z.uuid() }),
);
