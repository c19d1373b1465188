import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

/** A bureau wants an allocation worked out. */
export const allocationRunStarted = defineEvent(
  'matching.allocationRunStarted',
  z.object({ allocationRunId: z.uuid() }),
);

/** A committed allocation recommends people for a posting; once for each of its postings. */
export const candidatesAllocated = defineEvent(
  'matching.candidatesAllocated',
  z.object({ allocationRunId: z.uuid(), jobPostingId: z.uuid() }),
);

/** A committed allocation recommends a posting to a person. */
export const allocationRecommended = defineEvent(
  'matching.allocationRecommended',
  z.object({ allocationRunId: z.uuid(), profileId: z.uuid(), jobPostingId: z.uuid() }),
);
