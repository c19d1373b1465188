import { sql, type Kysely } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import type { Agreement } from './agreement.model.js';

const COLUMNS = [
  'agreements.id',
  'agreements.agreement_number',
  'agreements.kind',
  'agreements.form',
  'agreements.state',
  'agreements.title',
  'agreements.promised_students',
  'agreements.starts_on',
  'agreements.ends_on',
  'agreements.version_number',
  'agreements.content_hash',
  'agreements.signing_round',
  'agreements.shared_at',
  'agreements.effective_at',
  'agreements.ended_at',
  'agreements.end_reason',
  'agreements.suspended_by',
  'agreements.suspended_at',
  'agreements.suspend_reason',
  'agreements.amends_id',
  'agreements.counts_from',
  'agreements.version',
  'agreements.drafter_id',
] as const;

/** A party as an agreement has it. */
export interface PartyRow {
  readonly position: number;
  readonly role: string;
  readonly organisationId: string | null;
  readonly accountId: string | null;
  readonly name: string;
}

export function selectAgreements(db: Kysely<DB>) {
  return db.selectFrom('agreements').select([
    ...COLUMNS,
    sql<
      PartyRow[]
    >`(select json_agg(json_build_object('position', party.position, 'role', party.role,
        'organisationId', party.organisation_id, 'accountId', party.account_id, 'name', party.name) order by party.position)
      from agreement_parties party where party.agreement_id = agreements.id)`.as('parties'),
  ]);
}

type AgreementSelection = Awaited<
  ReturnType<ReturnType<typeof selectAgreements>['execute']>
>[number];

export function toAgreement(row: AgreementSelection): Agreement {
  return {
    id: row.id,
    agreementNumber: row.agreement_number,
    kindCode: row.kind,
    subKind: row.form,
    state: enumName(row.state),
    title: row.title,
    promisedStudents: row.promised_students,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    versionNumber: row.version_number,
    contentHash: row.content_hash,
    signingRound: row.signing_round,
    isShared: row.shared_at !== null,
    effectiveAt: row.effective_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    suspension:
      row.suspended_at === null || row.suspend_reason === null
        ? null
        : {
            partyPosition: row.suspended_by,
            since: row.suspended_at,
            reason: row.suspend_reason,
          },
    amendsId: row.amends_id,
    countsFrom: row.counts_from,
    version: row.version,
    parties: row.parties.map((party) => ({ ...party, agreementId: row.id })),
    drafterId: row.drafter_id,
  };
}
