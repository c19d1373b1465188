import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

/** Once for an agreement that all have signed; again changes nothing. */
export const sealAgreement = defineTask(
  'documents',
  'agreements.sealAgreement',
  z.object({ agreementId: z.uuid() }),
  { attempts: 8 },
);

export const sealUnsealedAgreements = defineTask(
  'maintenance',
  'agreements.sealUnsealedAgreements',
  z.object({}),
);

export const publishEventHead = defineTask(
  'maintenance',
  'agreements.publishEventHead',
  z.object({}),
  { timeLimitMs: 300_000 },
);

defineSchedule('agreements-publish-event-head', publishEventHead, {}, { cron: '8 0 * * *' });
defineSchedule('agreements-seal-unsealed', sealUnsealedAgreements, {}, { cron: '*/15 * * * * *' });
