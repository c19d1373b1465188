import type { Kysely } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import type { JobSeekerProfile } from './profile.model.js';

/** Profiles as every reader gives them, without their entries. */
export function selectProfiles(db: Kysely<DB>) {
  return db
    .selectFrom('job_seeker_profiles')
    .select([
      'job_seeker_profiles.id',
      'job_seeker_profiles.account_id',
      'job_seeker_profiles.full_name',
      'job_seeker_profiles.headline',
      'job_seeker_profiles.summary',
      'job_seeker_profiles.home_region_id',
      'job_seeker_profiles.education_level_code',
      'job_seeker_profiles.education_rank',
      'job_seeker_profiles.major_code',
      'job_seeker_profiles.experience_years',
      'job_seeker_profiles.available_from',
      'job_seeker_profiles.visibility',
      'job_seeker_profiles.takes_invitations',
      'job_seeker_profiles.is_active',
      'job_seeker_profiles.version',
      'job_seeker_profiles.updated_at',
    ]);
}

export type ProfileSelection = Awaited<
  ReturnType<ReturnType<typeof selectProfiles>['execute']>
>[number];

export function toProfile(row: ProfileSelection): JobSeekerProfile {
  return {
    id: row.id,
    accountId: row.account_id,
    rawFullName: row.full_name,
    rawHeadline: row.headline,
    rawSummary: row.summary,
    homeRegionId: row.home_region_id,
    educationLevelCode: row.education_level_code,
    educationRank: row.education_rank,
    majorCode: row.major_code,
    experienceYears: row.experience_years,
    availableFrom: row.available_from,
    storedVisibility: enumName(row.visibility),
    takesInvitations: row.takes_invitations,
    isActive: row.is_active,
    version: row.version,
    updatedAt: row.updated_at,
  };
}
