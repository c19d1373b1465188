import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

export const signingCodeIssued = defineEvent(
  'agreements.signingCodeIssued',
  z.object({ signingSessionId: z.uuid() }),
);

const turn = z.object({
  agreementId: z.uuid(),
  signatoryId: z.uuid(),
  /** Organisations among the parties, by whose names people know the agreement. */
  organisationIds: z.array(z.uuid()),
});
/** Whom to tell of a turn: a person named for it, else his organisation. */
const toTaker = turn.extend({
  organisationId: z.uuid().nullable(),
  accountId: z.uuid().nullable(),
});
/** Told to the party that drew the agreement up, which may ask again. */
const toDrafter = turn.extend({ drafterId: z.uuid() });

export const agreementTurnBegan = defineEvent('agreements.agreementTurnBegan', toTaker);
export const agreementTurnReminded = defineEvent('agreements.agreementTurnReminded', toTaker);
export const agreementTurnDeclined = defineEvent('agreements.agreementTurnDeclined', toDrafter);
export const agreementTurnExpired = defineEvent('agreements.agreementTurnExpired', toDrafter);
/** Told to his organisation, which may name another, and to the drafter. */
export const agreementSignatoryLeft = defineEvent(
  'agreements.agreementSignatoryLeft',
  toDrafter.extend({ organisationId: z.uuid().nullable() }),
);
