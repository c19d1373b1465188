import type { Kysely } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import type { Affiliation } from './affiliation.model.js';

/** Places as every reader gives them. */
export function selectAffiliations(db: Kysely<DB>) {
  return db
    .selectFrom('affiliations')
    .select([
      'affiliations.id',
      'affiliations.state',
      'affiliations.student_number',
      'affiliations.student_name',
      'affiliations.major_code',
      'affiliations.major_name',
      'affiliations.class_name',
      'affiliations.education_level_code',
      'affiliations.graduation_year',
      'affiliations.is_on_roster',
      'affiliations.college_id',
      'affiliations.account_id',
      'affiliations.claimed_at',
      'affiliations.decided_at',
      'affiliations.refusal_reason',
      'affiliations.left_at',
      'affiliations.version',
    ]);
}

export type AffiliationSelection = Awaited<
  ReturnType<ReturnType<typeof selectAffiliations>['execute']>
>[number];

export function toAffiliation(row: AffiliationSelection): Affiliation {
  return {
    id: row.id,
    state: enumName(row.state),
    number: row.student_number,
    name: row.student_name,
    majorCode: row.major_code,
    majorName: row.major_name,
    className: row.class_name,
    educationLevelCode: row.education_level_code,
    graduationYear: row.graduation_year,
    isOnRoster: row.is_on_roster,
    collegeId: row.college_id,
    accountId: row.account_id,
    claimedAt: row.claimed_at,
    decidedAt: row.decided_at,
    refusalReason: row.refusal_reason,
    leftAt: row.left_at,
    version: row.version,
  };
}
