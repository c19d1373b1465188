import type { Kysely } from 'kysely';
import { enumName, type DB } from '../../core/database/index.js';
import type { Agreement } from './agreement.model.js';

const COLUMNS = [
  'agreements.id',
  'agreements.agreement_number',
  'agreements.form',
  'agreements.state',
  'agreements.title',
  'agreements.terms',
  'agreements.promised_students',
  'agreements.starts_on',
  'agreements.ends_on',
  'agreements.content_hash',
  'agreements.effective_at',
  'agreements.ended_at',
  'agreements.end_reason',
  'agreements.version',
  'agreements.college_id',
  'agreements.enterprise_id',
  'agreements.drafter_id',
] as const;

export function selectAgreements(db: Kysely<DB>) {
  return db.selectFrom('agreements').select([...COLUMNS]);
}

type AgreementSelection = Awaited<
  ReturnType<ReturnType<typeof selectAgreements>['execute']>
>[number];

export function toAgreement(row: AgreementSelection): Agreement {
  return {
    id: row.id,
    agreementNumber: row.agreement_number,
    form: enumName(row.form),
    state: enumName(row.state),
    title: row.title,
    terms: row.terms,
    promisedStudents: row.promised_students,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    contentHash: row.state === 'draft' ? null : row.content_hash,
    effectiveAt: row.effective_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    version: row.version,
    collegeId: row.college_id,
    enterpriseId: row.enterprise_id,
    drafterId: row.drafter_id,
  };
}
