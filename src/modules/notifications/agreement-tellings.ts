import {
  agreementAmended,
  agreementCancelled,
  agreementCommented,
  agreementEndsSoon,
  agreementExpired,
  agreementPartyGone,
  agreementPartyRestored,
  agreementHeldUp,
  agreementPartySuspended,
  agreementProposed,
  agreementReturned,
  agreementShared,
  agreementSignatoryLeft,
  agreementSigned,
  agreementResumed,
  agreementSuperseded,
  agreementSuspended,
  agreementTerminated,
  agreementTookEffect,
  agreementTurnBegan,
  agreementTurnDeclined,
  agreementTurnExpired,
  agreementTurnReminded,
  obligationAtRisk,
  obligationBreached,
  obligationEvidenceDisputed,
  obligationEvidenceEntered,
  orderClassConfirmed,
  orderClassLeft,
  orderClassListed,
  orderClassProposed,
  orderClassRefused,
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

interface TurnPayload {
  readonly agreementId: string;
  readonly organisationIds: string[];
}

const paramsOf = ({ agreementId, organisationIds }: TurnPayload) => ({
  agreementId,
  partyIds: organisationIds,
});

/** Whose turn it is: a person who is named, else those of his organisation. */
function taker(
  kind: NotificationKind,
  payload: TurnPayload & {
    readonly accountId: string | null;
    readonly organisationId: string | null;
  },
): Notice[] {
  const { accountId, organisationId } = payload;
  const params = paramsOf(payload);
  if (accountId !== null) return [{ kind, audience: account(accountId), params }];
  return organisationId === null ? [] : [{ kind, audience: organisation(organisationId), params }];
}

function drafter(
  kind: NotificationKind,
  payload: TurnPayload & { readonly drafterId: string },
): Notice {
  return { kind, audience: organisation(payload.drafterId), params: paramsOf(payload) };
}

interface Sides {
  readonly collegeId: string;
  readonly enterpriseId: string;
}

const sidesOf = ({ collegeId, enterpriseId }: Sides): string[] => [collegeId, enterpriseId];

/** Somebody on the list of an order class, who is told where he studies. */
function student(
  kind: NotificationKind,
  payload: Sides & { readonly accountId: string; readonly affiliationId: string },
): Notice {
  const params = { affiliationId: payload.affiliationId, partyIds: sidesOf(payload) };
  return { kind, audience: account(payload.accountId), params };
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
  tells(agreementHeldUp, ['AGREEMENT_HELD_UP'], (payload) =>
    everybody('AGREEMENT_HELD_UP', payload),
  ),
  tells(agreementSuspended, ['AGREEMENT_SUSPENDED'], (payload) =>
    everybody('AGREEMENT_SUSPENDED', payload),
  ),
  tells(agreementResumed, ['AGREEMENT_RESUMED'], (payload) =>
    everybody('AGREEMENT_RESUMED', payload),
  ),
  tells(agreementSuperseded, ['AGREEMENT_SUPERSEDED'], (payload) =>
    everybody('AGREEMENT_SUPERSEDED', payload),
  ),
  tells(agreementTerminated, ['AGREEMENT_TERMINATED'], (payload) =>
    everybody('AGREEMENT_TERMINATED', payload),
  ),
  tells(agreementCancelled, ['AGREEMENT_CANCELLED'], (payload) =>
    everybody('AGREEMENT_CANCELLED', payload),
  ),
  tells(agreementCommented, ['AGREEMENT_COMMENTED'], (payload) =>
    [...payload.toOrganisationIds.map(organisation), ...payload.toAccountIds.map(account)].map(
      (audience): Notice => {
        return { kind: 'AGREEMENT_COMMENTED', audience, params: paramsOf(payload) };
      },
    ),
  ),
  tells(agreementTurnBegan, ['AGREEMENT_TURN'], (payload) => taker('AGREEMENT_TURN', payload)),
  tells(agreementTurnReminded, ['AGREEMENT_REMINDER'], (payload) =>
    taker('AGREEMENT_REMINDER', payload),
  ),
  tells(agreementTurnDeclined, ['AGREEMENT_DECLINED'], (payload) =>
    drafter('AGREEMENT_DECLINED', payload),
  ),
  tells(agreementTurnExpired, ['AGREEMENT_TURN_EXPIRED'], (payload) =>
    drafter('AGREEMENT_TURN_EXPIRED', payload),
  ),
  tells(agreementSignatoryLeft, ['AGREEMENT_SIGNATORY_LEFT'], (payload) => {
    const { drafterId, organisationId } = payload;
    const told = new Set([drafterId, organisationId ?? drafterId]);
    return [...told].map((id): Notice => {
      const params = paramsOf(payload);
      return { kind: 'AGREEMENT_SIGNATORY_LEFT', audience: organisation(id), params };
    });
  }),
  tells(agreementPartySuspended, ['AGREEMENT_PARTY_SUSPENDED'], (payload) =>
    others('AGREEMENT_PARTY_SUSPENDED', payload),
  ),
  tells(agreementPartyRestored, ['AGREEMENT_PARTY_RESTORED'], (payload) =>
    others('AGREEMENT_PARTY_RESTORED', payload),
  ),
  tells(agreementPartyGone, ['AGREEMENT_PARTY_GONE'], (payload) =>
    others('AGREEMENT_PARTY_GONE', payload),
  ),
  tells(agreementEndsSoon, ['AGREEMENT_ENDS_SOON'], (payload) =>
    everybody('AGREEMENT_ENDS_SOON', payload).map((notice) => ({
      ...notice,
      params: { ...notice.params, daysLeft: payload.daysLeft },
    })),
  ),
  tells(obligationAtRisk, ['OBLIGATION_AT_RISK'], (payload) =>
    everybody('OBLIGATION_AT_RISK', payload),
  ),
  tells(obligationBreached, ['OBLIGATION_BREACHED'], (payload) =>
    everybody('OBLIGATION_BREACHED', payload),
  ),
  tells(obligationEvidenceEntered, ['OBLIGATION_EVIDENCE_ENTERED'], (payload) =>
    others('OBLIGATION_EVIDENCE_ENTERED', payload),
  ),
  tells(orderClassProposed, ['ORDER_CLASS_PROPOSED'], ({ agreementId, ...partners }) => ({
    kind: 'ORDER_CLASS_PROPOSED',
    audience: organisation(partners.enterpriseId),
    params: { agreementId, partyIds: sidesOf(partners) },
  })),
  tells(orderClassListed, ['ORDER_CLASS_LISTED'], (payload) =>
    student('ORDER_CLASS_LISTED', payload),
  ),
  tells(orderClassConfirmed, ['ORDER_CLASS_CONFIRMED'], (payload) =>
    student('ORDER_CLASS_CONFIRMED', payload),
  ),
  tells(orderClassRefused, ['ORDER_CLASS_REFUSED'], (payload) =>
    student('ORDER_CLASS_REFUSED', payload),
  ),
  tells(orderClassLeft, ['ORDER_CLASS_LEFT'], ({ agreementId, ...partners }) =>
    sidesOf(partners).map((id) => ({
      kind: 'ORDER_CLASS_LEFT',
      audience: organisation(id),
      params: { agreementId, partyIds: sidesOf(partners) },
    })),
  ),
  tells(obligationEvidenceDisputed, ['OBLIGATION_EVIDENCE_DISPUTED'], (payload) =>
    others('OBLIGATION_EVIDENCE_DISPUTED', payload),
  ),
];
