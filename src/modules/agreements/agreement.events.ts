import { z } from 'zod';
import { defineEvent } from '../../core/events/index.js';

const agreement = z.object({
  agreementId: z.uuid(),
  collegeId: z.uuid(),
  enterpriseId: z.uuid(),
});

/** Put before the other side to be signed. */
export const agreementProposed = defineEvent(
  'agreements.agreementProposed',
  agreement.extend({ byOrganisationId: z.uuid() }),
);
/** Sent back to be changed; signatures given so far are void. */
export const agreementReturned = defineEvent(
  'agreements.agreementReturned',
  agreement.extend({ byOrganisationId: z.uuid() }),
);
export const agreementSigned = defineEvent(
  'agreements.agreementSigned',
  agreement.extend({ byOrganisationId: z.uuid() }),
);
export const agreementTookEffect = defineEvent('agreements.agreementTookEffect', agreement);
export const agreementExpired = defineEvent('agreements.agreementExpired', agreement);
export const agreementTerminated = defineEvent(
  'agreements.agreementTerminated',
  agreement.extend({ byOrganisationId: z.uuid() }),
);
export const agreementCancelled = defineEvent(
  'agreements.agreementCancelled',
  agreement.extend({ byOrganisationId: z.uuid() }),
);
