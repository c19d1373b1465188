import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { organisationsWith, type Actor, type Permission } from '../../core/auth/index.js';
import { AGREEMENT_DRAFT, AGREEMENT_READ, AGREEMENT_SIGN } from './agreement.permissions.js';

export interface Parties {
  readonly collegeId: string;
  readonly enterpriseId: string;
}

/** Parties of the agreement for which the actor holds the permission. */
export function partiesWith(actor: Actor, permission: Permission, agreement: Parties): string[] {
  return organisationsWith(actor, permission).filter(
    (id) => id === agreement.collegeId || id === agreement.enterpriseId,
  );
}

export function mayDraft(actor: Actor, organisationId: string): boolean {
  return organisationsWith(actor, AGREEMENT_DRAFT).includes(organisationId);
}

export function signableFor(actor: Actor, agreement: Parties): string[] {
  return partiesWith(actor, AGREEMENT_SIGN, agreement);
}

/** Rows of `agreements` the actor may see. A draft that was sent back stays visible to both: both know it already. */
export function visibleWhere(actor: Actor): RawBuilder<SqlBool> {
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  const own = organisationsWith(actor, AGREEMENT_READ);
  if (own.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`(agreements.drafter_id = any(${own}::uuid[])
    or ((agreements.college_id = any(${own}::uuid[]) or agreements.enterprise_id = any(${own}::uuid[]))
      and (agreements.state <> 'draft' or agreements.content_hash is not null)))`;
}
