import { z } from 'zod';
import { defineSchedule, defineTask } from '../../../core/tasks/index.js';

export const sendSigningCode = defineTask(
  'notifications',
  'agreements.sendSigningCode',
  z.object({ signingSessionId: z.uuid() }),
);

export const tendAgreementTurns = defineTask(
  'maintenance',
  'agreements.tendAgreementTurns',
  z.object({}),
  { timeLimitMs: 300_000 },
);

/** A party was suspended, restored, or closed its account. */
export const tendAgreementParty = defineTask(
  'maintenance',
  'agreements.tendAgreementParty',
  z.union([z.object({ organisationId: z.uuid() }), z.object({ accountId: z.uuid() })]),
  { timeLimitMs: 300_000 },
);

/** Somebody left an organisation, or closed his account. */
export const tendDepartedSignatory = defineTask(
  'maintenance',
  'agreements.tendDepartedSignatory',
  z.object({ accountId: z.uuid() }),
  { timeLimitMs: 300_000 },
);

defineSchedule('agreements-tend-turns', tendAgreementTurns, {}, { cron: '20 * * * *' });
