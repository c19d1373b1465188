import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

const ofAgreement = z.object({
  agreementId: z.uuid(),
  organisationIds: z.array(z.uuid()),
  accountIds: z.array(z.uuid()),
});
const ofObligation = ofAgreement.extend({ obligationKey: z.uuid() });

/** What is done lags well behind the time. Told once. */
export const obligationAtRisk = defineEvent('agreements.obligationAtRisk', ofObligation);
/** Due and not met. Told once. */
export const obligationBreached = defineEvent('agreements.obligationBreached', ofObligation);
/** A party entered something the others may dispute. */
export const obligationEvidenceEntered = defineEvent(
  'agreements.obligationEvidenceEntered',
  ofObligation.extend({ byOrganisationId: z.uuid() }),
);
export const obligationEvidenceDisputed = defineEvent(
  'agreements.obligationEvidenceDisputed',
  ofObligation.extend({ byOrganisationId: z.uuid() }),
);
/** The term ends in so many days. Told once for each of the days named. */
export const agreementEndsSoon = defineEvent(
  'agreements.agreementEndsSoon',
  ofAgreement.extend({ daysLeft: z.int() }),
);
