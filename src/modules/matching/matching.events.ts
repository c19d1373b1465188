import { z } from 'zod';
import { defineEvent } from '../../core/events/index.js';

/** Postings came onto a person's list that were not on it before. */
export const recommendationsChanged = defineEvent(
  'matching.recommendationsChanged',
  z.object({ profileId: z.uuid(), newCount: z.int() }),
);

/** An employer invites a person to apply. */
export const candidateInvited = defineEvent(
  'matching.candidateInvited',
  z.object({ jobPostingId: z.uuid(), profileId: z.uuid(), organisationId: z.uuid() }),
);

/** A person dismissed a recommendation, gave a reason for it or took it back. */
export const dismissalsChanged = defineEvent(
  'matching.dismissalsChanged',
  z.object({ profileId: z.uuid() }),
);
