import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { organisationsWith, type Actor } from '../../../core/auth/index.js';
import { JOB_FAIR_HOLD, JOB_FAIR_OVERSEE } from '../activities.permissions.js';

/** Who looks. */
export interface FairViewer {
  readonly actor: Actor;
  /** Colleges whose confirmed student the actor is. */
  readonly collegeIds: readonly string[];
}

export function mayHold(actor: Actor, organiserId: string): boolean {
  return organisationsWith(actor, JOB_FAIR_HOLD).includes(organiserId);
}

export function ownOrganisations(actor: Actor): string[] {
  return actor.grants.map(({ organisationId }) => organisationId);
}

/** Fairs held in a region the actor's bureau answers for. */
function inCharge(actor: Actor): RawBuilder<SqlBool> {
  const bureaux = new Set(organisationsWith(actor, JOB_FAIR_OVERSEE));
  const regions = actor.grants
    .filter(({ organisationId }) => bureaux.has(organisationId))
    .flatMap(({ regionId }) => regionId ?? []);
  if (regions.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`(job_fairs.published_at is not null and job_fairs.region_id in
    (select id from regions where ancestor_ids && ${regions}::uuid[]))`;
}

/** Rows of `job_fairs` of which the actor sees who is invited: his organisations' and his bureau's. */
export function overseenFairs(actor: Actor): RawBuilder<SqlBool> {
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  return sql<SqlBool>`(job_fairs.organiser_id = any(${ownOrganisations(actor)}::uuid[]) or ${inCharge(actor)})`;
}

/**
 * Rows of `job_fairs` the viewer may know of. A fair for partners is known to its organiser, to who was invited – also
 * whose invitation was withdrawn, for he is to read why –, to the bureaux of its region, and to students of the college
 * that holds it or of colleges that are invited or come.
 */
export function visibleFairs({ actor, collegeIds }: FairViewer): RawBuilder<SqlBool> {
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  const conditions = [sql<SqlBool>`job_fairs.admission = 'open'`];
  const own = ownOrganisations(actor);
  if (own.length > 0)
    conditions.push(sql<SqlBool>`exists (select from job_fair_places place
      where place.job_fair_id = job_fairs.id and place.organisation_id = any(${own}::uuid[]))`);
  if (collegeIds.length > 0)
    conditions.push(sql<SqlBool>`(job_fairs.organiser_id = any(${collegeIds}::uuid[])
      or exists (select from job_fair_places place where place.job_fair_id = job_fairs.id
        and place.organisation_id = any(${collegeIds}::uuid[]) and place.state in ('invited', 'registered')))`);
  return sql<SqlBool>`(${overseenFairs(actor)}
    or (job_fairs.published_at is not null and (${sql.join(conditions, sql` or `)})))`;
}

/** Rows of `job_fair_places` joined to their `job_fairs` of which the actor knows all, also under which agreement. */
export function concernedPlaces(actor: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`(job_fair_places.organisation_id = any(${ownOrganisations(actor)}::uuid[])
    or ${overseenFairs(actor)})`;
}

/** Who comes is known to all who know the fair. */
export function visiblePlaces(actor: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`(job_fair_places.state = 'registered' or ${concernedPlaces(actor)})`;
}
