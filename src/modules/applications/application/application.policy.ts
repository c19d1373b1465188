import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { holds, organisationsWith, type Actor } from '../../../core/auth/index.js';
import { APPLICATION_DECIDE, APPLICATION_READ } from '../applications.permissions.js';

export interface ConcernedApplication {
  readonly accountId: string;
  readonly organisationId: string;
}

export function isApplicant(actor: Actor, { accountId }: ConcernedApplication): boolean {
  return actor.kind === 'ACCOUNT' && actor.accountId === accountId;
}

export function mayDecide(actor: Actor, { organisationId }: ConcernedApplication): boolean {
  return holds(actor, APPLICATION_DECIDE, organisationId);
}

export function mayRead(actor: Actor, { organisationId }: ConcernedApplication): boolean {
  return holds(actor, APPLICATION_READ, organisationId);
}

/** Rows of `applications` the actor may see: his own, and those to organisations he reads for. */
export function visibleWhere(actor: Actor): RawBuilder<SqlBool> {
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  const organisations = organisationsWith(actor, APPLICATION_READ);
  const conditions: RawBuilder<SqlBool>[] = [];
  if (actor.kind === 'ACCOUNT') {
    conditions.push(sql<SqlBool>`applications.account_id = ${actor.accountId}::uuid`);
  }
  if (organisations.length > 0) {
    conditions.push(sql<SqlBool>`applications.organisation_id = any(${organisations}::uuid[])`);
  }
  return conditions.length === 0
    ? sql<SqlBool>`false`
    : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}
