import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { organisationsWith, type Actor } from '../../../core/auth/index.js';
import { JOB_SEEKER_SEARCH } from '../profiles.permissions.js';

export function isOwn(actor: Actor, profile: { readonly accountId: string | null }): boolean {
  return (
    actor.kind === 'ACCOUNT' && profile.accountId !== null && actor.accountId === profile.accountId
  );
}

/**
 * Rows of `job_seeker_profiles` the actor may know of: the own one, and for officers of verified enterprises those of
 * active people who want to be found. Who works for several organisations is hidden from when any of them is.
 */
export function visibleWhere(actor: Actor): RawBuilder<SqlBool> {
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  const own = actor.kind === 'ACCOUNT' ? actor.accountId : null;
  const isOwnRow = sql<SqlBool>`job_seeker_profiles.account_id = ${own}::uuid`;
  if (organisationsWith(actor, JOB_SEEKER_SEARCH).length === 0) return isOwnRow;
  return sql<SqlBool>`(${isOwnRow} or ${findableBy(actor.grants.map((g) => g.organisationId))})`;
}

/** People who look for work and let employers find them, by rows of `job_seeker_profiles` under that name or another. */
export function mayBeFound(row = 'job_seeker_profiles'): RawBuilder<boolean> {
  const [visibility, isActive] = [sql.ref(`${row}.visibility`), sql.ref(`${row}.is_active`)];
  return sql<boolean>`(${visibility} = 'everyone' and ${isActive})`;
}

/** People who want to be found, and by none of these organisations less than by others. */
export function findableBy(organisationIds: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${mayBeFound()} and not exists (select from profile_hidden_employers hidden
      where hidden.profile_id = job_seeker_profiles.id and hidden.organisation_id = any(${organisationIds}::uuid[])))`;
}
