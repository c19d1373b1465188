import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

export const memberInvited = defineEvent(
  'organisations.memberInvited',
  z.object({ organisationId: z.uuid(), invitationId: z.uuid() }),
);

export const invitationAnswered = defineEvent(
  'organisations.invitationAnswered',
  z.object({
    organisationId: z.uuid(),
    invitationId: z.uuid(),
    answer: z.enum(['ACCEPTED', 'DECLINED']),
  }),
);
