import type { Kysely } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import type { AgreementSignatory } from './signatory.model.js';

/** In the order of their turns. */
export function selectSignatories(db: Kysely<DB>) {
  return db
    .selectFrom('agreement_signatories')
    .selectAll('agreement_signatories')
    .orderBy('agreement_signatories.agreement_id')
    .orderBy('agreement_signatories.role')
    .orderBy('agreement_signatories.step')
    .orderBy('agreement_signatories.party_position')
    .orderBy('agreement_signatories.id');
}

type SignatorySelection = Awaited<
  ReturnType<ReturnType<typeof selectSignatories>['execute']>
>[number];

export function toSignatory(row: SignatorySelection): AgreementSignatory {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    partyPosition: row.party_position,
    role: enumName(row.role),
    step: row.step,
    accountId: row.account_id,
    state: enumName(row.state),
    turnDays: row.turn_days,
    openedAt: row.opened_at,
    expiresAt: row.expires_at,
    settledAt: row.settled_at,
    declineReason: row.decline_reason,
    remindedAt: row.reminded_at,
    reminderCount: row.reminder_count,
  };
}
