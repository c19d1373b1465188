import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { holds, organisationsWith, type Actor } from '../../../core/auth/index.js';
import { STUDENT_MANAGE, STUDENT_VIEW } from '../affiliations.permissions.js';

/** What the rules need to know about a place. */
export interface Place {
  readonly collegeId: string;
  readonly accountId: string | null;
}

export function isOwn(actor: Actor, { accountId }: Place): boolean {
  return actor.kind === 'ACCOUNT' && accountId !== null && actor.accountId === accountId;
}

export function mayManage(actor: Actor, collegeId: string): boolean {
  return holds(actor, STUDENT_MANAGE, collegeId);
}

/** Name and number: for the person and the college, nobody else. */
export function maySeeStudent(actor: Actor, place: Place): boolean {
  return isOwn(actor, place) || holds(actor, STUDENT_VIEW, place.collegeId);
}

/** Rows of `affiliations` the actor may know of. */
export function visibleWhere(actor: Actor): RawBuilder<SqlBool> {
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  const colleges = organisationsWith(actor, STUDENT_VIEW);
  const own = actor.kind === 'ACCOUNT' ? actor.accountId : null;
  return sql<SqlBool>`(affiliations.account_id = ${own}::uuid or affiliations.college_id = any(${colleges}::uuid[]))`;
}
