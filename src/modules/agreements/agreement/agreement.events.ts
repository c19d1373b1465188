import { z } from 'zod';
import { defineEvent } from '../../../core/events/index.js';

const agreement = z.object({
  agreementId: z.uuid(),
  /** Its parties. Absent in what was recorded before there were others than a college and an enterprise. */
  organisationIds: z.array(z.uuid()).default([]),
  accountIds: z.array(z.uuid()).default([]),
  collegeId: z.uuid().optional(),
  enterpriseId: z.uuid().optional(),
});
/** The organisation that acted; null where a person did. */
const acted = agreement.extend({ byOrganisationId: z.uuid().nullable() });

export type AgreementEventPayload = z.output<typeof agreement>;

/** Every organisation an event concerns, whatever its age. */
export function organisationsOf(payload: AgreementEventPayload): string[] {
  const { organisationIds, collegeId, enterpriseId } = payload;
  const all = [...organisationIds, collegeId, enterpriseId];
  return [...new Set(all.filter((id) => id !== undefined))];
}

/** Shown to the other parties, to be negotiated. */
export const agreementShared = defineEvent('agreements.agreementShared', acted);
/** A new version of the text after the others had seen it. */
export const agreementAmended = defineEvent(
  'agreements.agreementAmended',
  acted.extend({ versionNumber: z.int(), voidedSignatureCount: z.int() }),
);
/** Put before the other side to be signed. */
export const agreementProposed = defineEvent('agreements.agreementProposed', acted);
/** Sent back to be changed; signatures given so far are void. */
export const agreementReturned = defineEvent('agreements.agreementReturned', acted);
export const agreementSigned = defineEvent('agreements.agreementSigned', acted);
export const agreementTookEffect = defineEvent('agreements.agreementTookEffect', agreement);
/** On its first day it breaks the rules of its kind: it takes effect when it keeps them. */
export const agreementHeldUp = defineEvent('agreements.agreementHeldUp', agreement);
/** A party holds it up; the others are told why. */
export const agreementSuspended = defineEvent('agreements.agreementSuspended', acted);
export const agreementResumed = defineEvent('agreements.agreementResumed', acted);
/** An amendment took effect in its place. */
export const agreementSuperseded = defineEvent(
  'agreements.agreementSuperseded',
  agreement.extend({ amendmentId: z.uuid() }),
);
export const agreementExpired = defineEvent('agreements.agreementExpired', agreement);
export const agreementTerminated = defineEvent('agreements.agreementTerminated', acted);
export const agreementCancelled = defineEvent('agreements.agreementCancelled', acted);
/** A party lost its standing while the text is being signed: nothing is signed until it is restored. */
export const agreementPartySuspended = defineEvent('agreements.agreementPartySuspended', acted);
export const agreementPartyRestored = defineEvent('agreements.agreementPartyRestored', acted);
/** A person who is a party closed his account; what was signed by all stands. */
export const agreementPartyGone = defineEvent('agreements.agreementPartyGone', acted);
