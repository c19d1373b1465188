import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';
import { MemberRole, MembershipEnd } from '../../../generated/prisma/enums.js';

export const memberJoined = defineEvent(
  'organisations.memberJoined',
  z.object({ organisationId: z.uuid(), accountId: z.uuid() }),
);

export const memberRoleChanged = defineEvent(
  'organisations.memberRoleChanged',
  z.object({ organisationId: z.uuid(), accountId: z.uuid(), role: z.enum(MemberRole) }),
);

export const memberRemoved = defineEvent(
  'organisations.memberRemoved',
  z.object({ organisationId: z.uuid(), accountId: z.uuid(), cause: z.enum(MembershipEnd) }),
);
