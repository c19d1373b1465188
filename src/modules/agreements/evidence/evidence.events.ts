import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

/** Every signature the agreement needs has been given: it can be sealed. */
export const agreementCompleted = defineEvent(
  'agreements.agreementCompleted',
  z.object({ agreementId: z.uuid() }),
);
/** Its file is made, signed and kept for ever. */
export const agreementSealed = defineEvent(
  'agreements.agreementSealed',
  z.object({ agreementId: z.uuid(), sha256: z.string() }),
);
