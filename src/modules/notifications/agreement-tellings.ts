import {
  agreementAmended,
  agreementCancelled,
  agreementExpired,
  agreementProposed,
  agreementReturned,
  agreementShared,
  agreementSigned,
  agreementTerminated,
  agreementTookEffect,
  organisationsOf,
  type AgreementEventPayload,
} from '../agreements/index.js';
import type { NotificationKind } from './notification-kinds.js';
import { account, organisation, tells, type Notice, type Telling } from './notification-notices.js';

function everybody(kind: NotificationKind, payload: AgreementEventPayload): Notice[] {
  const organisationIds = organisationsOf(payload);
  const params = { agreementId: payload.agreementId, partyIds: organisationIds };
  const audiences = [...organisationIds.map(organisation), ...payload.accountIds.map(account)];
  return audiences.map((audience): Notice => ({ kind, audience, params }));
}

/** Only those who did not act. */
function others(
  kind: NotificationKind,
  payload: AgreementEventPayload & { readonly byOrganisationId: string | null },
): Notice[] {
  return everybody(kind, payload).filter(
    ({ audience }) =>
      audience.to !== 'organisation' || audience.organisationId !== payload.byOrganisationId,
  );
}

/** What the life of an agreement tells its parties. */
export const AGREEMENT_TELLINGS: readonly Telling[] = [
  tells(agreementShared, ['AGREEMENT_SHARED'], (payload) => others('AGREEMENT_SHARED', payload)),
  tells(agreementAmended, ['AGREEMENT_AMENDED'], (payload) =>
    // Also the side that changed it: its own signature may be void as well.
    everybody('AGREEMENT_AMENDED', payload),
  ),
  tells(agreementProposed, ['AGREEMENT_PROPOSED'], (payload) =>
    others('AGREEMENT_PROPOSED', payload),
  ),
  tells(agreementReturned, ['AGREEMENT_RETURNED'], (payload) =>
    others('AGREEMENT_RETURNED', payload),
  ),
  tells(agreementSigned, ['AGREEMENT_SIGNED'], (payload) => everybody('AGREEMENT_SIGNED', payload)),
  tells(agreementTookEffect, ['AGREEMENT_TOOK_EFFECT'], (payload) =>
    everybody('AGREEMENT_TOOK_EFFECT', payload),
  ),
  tells(agreementExpired, ['AGREEMENT_EXPIRED'], (payload) =>
    everybody('AGREEMENT_EXPIRED', payload),
  ),
  tells(agreementTerminated, ['AGREEMENT_TERMINATED'], (payload) =>
    everybody('AGREEMENT_TERMINATED', payload),
  ),
  tells(agreementCancelled, ['AGREEMENT_CANCELLED'], (payload) =>
    everybody('AGREEMENT_CANCELLED', payload),
  ),
];
