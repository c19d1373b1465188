import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';
import { OrganisationStanding } from '../../../generated/prisma/enums.js';

export const organisationRegistered = defineEvent(
  'organisations.organisationRegistered',
  z.object({ organisationId: z.uuid() }),
);

export const organisationEdited = defineEvent(
  'organisations.organisationEdited',
  z.object({ organisationId: z.uuid(), fields: z.array(z.string()) }),
);

export const standingChanged = defineEvent(
  'organisations.standingChanged',
  z.object({
    organisationId: z.uuid(),
    standing: z.enum(OrganisationStanding),
    previous: z.enum(OrganisationStanding),
  }),
);

/** A verification ends in `daysLeft` days (30, 7, 1); once for each. */
export const recheckDue = defineEvent(
  'organisations.recheckDue',
  z.object({ organisationId: z.uuid(), daysLeft: z.int() }),
);
