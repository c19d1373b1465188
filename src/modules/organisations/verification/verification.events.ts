import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

const ids = { organisationId: z.uuid(), verificationId: z.uuid() };

/** Handed in, or appealed: the bureau in charge owes the next step. */
export const verificationSubmitted = defineEvent(
  'organisations.verificationSubmitted',
  z.object({ ...ids, isAppeal: z.boolean() }),
);

export const verificationDecided = defineEvent(
  'organisations.verificationDecided',
  z.object({ ...ids, outcome: z.enum(['APPROVED', 'REFUSED', 'APPEAL_REFUSED']) }),
);

export const verificationWithdrawn = defineEvent(
  'organisations.verificationWithdrawn',
  z.object(ids),
);
