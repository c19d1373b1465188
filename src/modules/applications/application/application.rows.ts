import type { Kysely } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import type { ProfileSnapshot } from '../../profiles/index.js';
import type { Application } from './application.model.js';

export function selectApplications(db: Kysely<DB>) {
  return db.selectFrom('applications').selectAll('applications');
}

type ApplicationSelection = Awaited<
  ReturnType<ReturnType<typeof selectApplications>['execute']>
>[number];

export function toApplication(row: ApplicationSelection): Application {
  return {
    id: row.id,
    state: enumName(row.state),
    closeReason: row.close_reason === null ? null : enumName(row.close_reason),
    closedBy: row.closed_by === null ? null : enumName(row.closed_by),
    closeMessage: row.close_message,
    answerDueAt: row.answer_due_at,
    answerDueBy: row.answer_due_by === null ? null : enumName(row.answer_due_by),
    coverNote: row.cover_note,
    submittedAt: row.submitted_at,
    closedAt: row.closed_at,
    onboardedOn: row.onboarded_on,
    version: row.version,
    jobPostingId: row.job_posting_id,
    profileId: row.profile_id,
    accountId: row.account_id,
    organisationId: row.organisation_id,
    consentWithdrawnAt: row.consent_withdrawn_at,
    // Written by this module only, from `ProfileReader.snapshot`; empty after the person was erased.
    snapshot: isSnapshot(row.snapshot) ? row.snapshot : null,
  };
}

function isSnapshot(value: unknown): value is ProfileSnapshot {
  return typeof value === 'object' && value !== null && 'takenAt' in value;
}
