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

defineSchedule('agreements-tend-turns', tendAgreementTurns, {}, { cron: '20 * * * *' });
