import type { Kysely } from 'kysely';
import { enumName, type DB } from '../../../core/database/index.js';
import { overseenFairs } from './job-fair.policy.js';
import type { Actor } from '../../../core/auth/index.js';
import type { JobFair } from './job-fair.model.js';
import { isRegistrationOpen, stateAt } from './job-fair.rules.js';

export function selectFairs(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('job_fairs')
    .selectAll('job_fairs')
    .select(overseenFairs(actor).as('is_overseen'));
}

type FairRow = Awaited<ReturnType<ReturnType<typeof selectFairs>['execute']>>[number];

/** The fair as it stands at that moment. */
export function toFair(row: FairRow, now: Date): JobFair {
  const stage = enumName(row.stage);
  return {
    id: row.id,
    organiserId: row.organiser_id,
    regionId: row.region_id,
    stage,
    isOverseen: row.is_overseen === true,
    name: row.name,
    description: row.description,
    address: row.address,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    registrationClosesAt: row.registration_closes_at,
    admission: enumName(row.admission),
    seatLimit: row.seat_limit,
    seatsTaken: row.seats_taken,
    state: stateAt(stage, { endsAt: row.ends_at }, now),
    isRegistrationOpen: isRegistrationOpen(
      { stage, registrationClosesAt: row.registration_closes_at },
      now,
    ),
    publishedAt: row.published_at,
    cancelReason: row.cancel_reason,
    version: row.version,
  };
}
