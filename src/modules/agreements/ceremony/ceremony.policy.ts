import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { organisationsWith, type Actor } from '../../../core/auth/index.js';
import { withinRegion } from '../../reference-data/index.js';
import { AGREEMENT_CEREMONY_HOLD, AGREEMENT_CEREMONY_READ } from './ceremony.permissions.js';

export function mayHold(actor: Actor, organisationId: string): boolean {
  return organisationsWith(actor, AGREEMENT_CEREMONY_HOLD).includes(organisationId);
}

/** Rows of `agreement_ceremonies` the actor may see: those of hosts he works for. */
export function visibleCeremonies(actor: Actor): RawBuilder<SqlBool> {
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  const hosts = organisationsWith(actor, AGREEMENT_CEREMONY_READ);
  return sql<SqlBool>`agreement_ceremonies.organisation_id = any(${hosts}::uuid[])`;
}

/**
 * Rows of `agreements` the host may put on a stage: put before the parties, own ones, of a bureau also those of its
 * region, and only between organisations, for no person's agreement is shown to an audience.
 */
export function stageable(actor: Actor, hostId: string): RawBuilder<SqlBool> {
  const host = actor.grants.find(({ organisationId }) => organisationId === hostId);
  if (!host || !mayHold(actor, hostId)) return sql<SqlBool>`false`;
  const isBureau = host.organisationKind === 'HR_BUREAU' && host.regionId !== null;
  const inRegion = isBureau ? withinRegion('seat.region_id', host.regionId) : sql`false`;
  return sql<SqlBool>`(agreements.shared_at is not null
    and exists (select from agreement_parties party join organisations seat on seat.id = party.organisation_id
      where party.agreement_id = agreements.id and (party.organisation_id = ${hostId}::uuid or ${inRegion}))
    and not exists (select from agreement_parties person
      where person.agreement_id = agreements.id and person.account_id is not null))`;
}
