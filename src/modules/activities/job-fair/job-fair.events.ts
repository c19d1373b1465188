import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

/** One organisation that is told about a fair. */
const concerned = z.object({
  jobFairId: z.uuid(),
  placeId: z.uuid(),
  organisationId: z.uuid(),
  organiserId: z.uuid(),
});

export type JobFairEventPayload = z.output<typeof concerned>;

/** A partner was invited to a fair that is closed to others; once an invitation. */
export const jobFairInvited = defineEvent('activities.jobFairInvited', concerned);
/** A fair an organisation is registered for is cancelled. */
export const jobFairCancelled = defineEvent('activities.jobFairCancelled', concerned);
/** Such a fair takes place elsewhere or at another time. */
export const jobFairMoved = defineEvent('activities.jobFairMoved', concerned);
