import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import { isRegistrationOpen } from '../job-fair/job-fair.rules.js';
import type { JobFairPlace } from './place.model.js';

export function selectPlaces(db: Kysely<DB>, isConcern: RawBuilder<SqlBool> = sql<SqlBool>`true`) {
  return db
    .selectFrom('job_fair_places')
    .innerJoin('job_fairs', 'job_fairs.id', 'job_fair_places.job_fair_id')
    .select([
      'job_fair_places.id',
      'job_fair_places.job_fair_id',
      'job_fair_places.organisation_id',
      'job_fair_places.state',
      'job_fair_places.agreement_id',
      'job_fair_places.invited_at',
      'job_fair_places.answered_at',
      'job_fair_places.reason',
      'job_fair_places.withdrawn_cause',
      'job_fairs.stage',
      'job_fairs.registration_closes_at',
      isConcern.as('is_concern'),
    ]);
}

type PlaceRow = Awaited<ReturnType<ReturnType<typeof selectPlaces>['execute']>>[number];

/** Whom it does not concern learns that the organisation comes, and nothing about its invitation. */
export function toPlace(row: PlaceRow, now: Date): JobFairPlace {
  const isConcern = row.is_concern === true;
  return {
    id: row.id,
    jobFairId: row.job_fair_id,
    organisationId: row.organisation_id,
    agreementId: isConcern ? row.agreement_id : null,
    isRegistrationOpen: isRegistrationOpen(
      { stage: enumName(row.stage), registrationClosesAt: row.registration_closes_at },
      now,
    ),
    isConcern,
    state: enumName(row.state),
    invitedAt: isConcern ? row.invited_at : null,
    answeredAt: isConcern ? row.answered_at : null,
    reason: isConcern ? row.reason : null,
    withdrawnCause: row.withdrawn_cause === null ? null : enumName(row.withdrawn_cause),
  };
}
