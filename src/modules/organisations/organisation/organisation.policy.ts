import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { holds, organisationsWith, type Actor } from '../../../core/auth/index.js';
import type { OrganisationKind } from '../../../generated/prisma/enums.js';
import { ORGANISATION_MANAGE, ORGANISATION_VERIFY } from '../organisations.permissions.js';

/** What the rules need to know about an organisation. */
export interface Concerned {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly regionAncestorIds: readonly string[];
}

/** Members act for the organisation as persons; a key of the organisation is none. */
export function isMember(actor: Actor, organisationId: string): boolean {
  return actor.kind === 'ACCOUNT' && actor.grants.some((g) => g.organisationId === organisationId);
}

export function mayManage(actor: Actor, organisationId: string): boolean {
  return holds(actor, ORGANISATION_MANAGE, organisationId);
}

/** Regions whose organisations the actor verifies: those of the bureaux in good standing he works for. */
function regionsInCharge(actor: Actor): string[] {
  const bureaux = new Set(organisationsWith(actor, ORGANISATION_VERIFY));
  return actor.grants
    .filter((grant) => bureaux.has(grant.organisationId))
    .flatMap(({ regionId }) => (regionId === null ? [] : [regionId]));
}

/**
 * The bureau through which the actor is in charge of the organisation, the nearest first; null when there is none. Its
 * region is the organisation's or lies above it; a bureau answers to one above only, so that two of one region do not
 * decide about each other.
 */
export function bureauInCharge(actor: Actor, organisation: Concerned): string | null {
  const { kind, regionAncestorIds } = organisation;
  const above = kind === 'HR_BUREAU' ? regionAncestorIds.slice(0, -1) : regionAncestorIds;
  const bureaux = new Set(organisationsWith(actor, ORGANISATION_VERIFY));
  const level = (regionId: string | null): number =>
    regionId === null ? -1 : above.indexOf(regionId);
  const [nearest] = actor.grants
    .filter((g) => bureaux.has(g.organisationId) && level(g.regionId) >= 0)
    .sort((a, b) => level(b.regionId) - level(a.regionId));
  return nearest?.organisationId ?? null;
}

/** Whether the actor answers for the organisation's verification: its bureau, and for bureaux also the platform. */
export function isInCharge(actor: Actor, organisation: Concerned): boolean {
  if (actor.kind === 'SYSTEM') return true;
  if (actor.isAdministrator && organisation.kind === 'HR_BUREAU') return true;
  return bureauInCharge(actor, organisation) !== null;
}

/** Contact, members, history and evidence: for members and for whoever is in charge. */
export function maySeeInternals(actor: Actor, organisation: Concerned): boolean {
  return isMember(actor, organisation.id) || isInCharge(actor, organisation);
}

/** The same rule as `isInCharge`, for rows of `organisations`. */
export function inChargeWhere(actor: Actor): RawBuilder<SqlBool> {
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  const conditions = [sql<SqlBool>`false`];
  if (actor.isAdministrator) conditions.push(sql<SqlBool>`organisations.kind = 'hr_bureau'`);
  const regions = regionsInCharge(actor);
  if (regions.length > 0)
    conditions.push(sql<SqlBool>`organisations.region_id in (
      select id from regions
      where case when organisations.kind = 'hr_bureau' then trim_array(ancestor_ids, 1) else ancestor_ids end
        && ${regions}::uuid[])`);
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

/**
 * Rows of `organisations` the actor may know of. An organisation nobody has verified could bear any name, so it shows
 * itself to its own people and to those who are to verify it.
 */
export function visibleWhere(actor: Actor): RawBuilder<SqlBool> {
  if (actor.kind === 'SYSTEM' || actor.isAdministrator) return sql<SqlBool>`true`;
  const own = actor.grants.map((grant) => grant.organisationId);
  const conditions = [sql<SqlBool>`organisations.standing <> 'unverified'`];
  if (own.length > 0) conditions.push(sql<SqlBool>`organisations.id = any(${own}::uuid[])`);
  if (regionsInCharge(actor).length > 0) conditions.push(inChargeWhere(actor));
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}
