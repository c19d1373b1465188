import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

/** The parties named in `to…` have something new to read; each is told at most once an hour. */
export const agreementCommented = defineEvent(
  'agreements.agreementCommented',
  z.object({
    agreementId: z.uuid(),
    organisationIds: z.array(z.uuid()),
    accountIds: z.array(z.uuid()),
    toOrganisationIds: z.array(z.uuid()),
    toAccountIds: z.array(z.uuid()),
  }),
);
