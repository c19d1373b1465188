import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { organisationsWith, type Actor, type Permission } from '../../../core/auth/index.js';
import { AGREEMENT_DRAFT, AGREEMENT_READ } from './agreement.permissions.js';

export interface Parties {
  readonly parties: readonly {
    readonly position: number;
    readonly role: string;
    readonly organisationId: string | null;
    readonly accountId: string | null;
  }[];
}

/** Organisations among the parties, in their order. */
export function organisationsAmong({ parties }: Parties): string[] {
  return parties.flatMap(({ organisationId }) => organisationId ?? []);
}

/** People among the parties. */
export function personsAmong({ parties }: Parties): string[] {
  return parties.flatMap(({ accountId }) => accountId ?? []);
}

/** The organisation in a role of which there is one; null when there is none. */
export function organisationIn({ parties }: Parties, role: string): string | null {
  return parties.find((party) => party.role === role)?.organisationId ?? null;
}

/** Of a school–enterprise cooperation, under which postings are opened: its two sides; else null. */
export function partnersIn(
  agreement: Parties & { readonly kindCode: string },
): { collegeId: string; enterpriseId: string } | null {
  const collegeId = organisationIn(agreement, 'COLLEGE');
  const enterpriseId = organisationIn(agreement, 'ENTERPRISE');
  if (agreement.kindCode !== 'SCHOOL_ENTERPRISE' || !collegeId || !enterpriseId) return null;
  return { collegeId, enterpriseId };
}

/** Parties of the agreement for which the actor holds the permission. */
export function partiesWith(actor: Actor, permission: Permission, agreement: Parties): string[] {
  const held = organisationsWith(actor, permission);
  return organisationsAmong(agreement).filter((id) => held.includes(id));
}

/** The first party for which the actor holds the permission, or which he is himself. */
export function partyOf<Party extends Parties['parties'][number]>(
  actor: Actor,
  permission: Permission,
  { parties }: { readonly parties: readonly Party[] },
): Party | null {
  const held = organisationsWith(actor, permission);
  const own = parties.find(
    ({ organisationId, accountId }) =>
      held.includes(organisationId ?? '') || (accountId !== null && accountId === actor.accountId),
  );
  return own ?? null;
}

export function mayDraft(actor: Actor, organisationId: string): boolean {
  return organisationsWith(actor, AGREEMENT_DRAFT).includes(organisationId);
}

/** For which party the actor may comment; null when he may not. */
export function commentsFor(actor: Actor, agreement: Parties): number | null {
  return partyOf(actor, AGREEMENT_DRAFT, agreement)?.position ?? null;
}

const DISCUSSED = ['DRAFT', 'NEGOTIATING', 'IN_REVIEW', 'AWAITING_SIGNATURES', 'PARTIALLY_SIGNED'];

/** Until it is signed by all, a text is discussed by its parties. */
export function isDiscussed({ state }: { readonly state: string }): boolean {
  return DISCUSSED.includes(state);
}

export function mayComment(actor: Actor, agreement: Parties & { readonly state: string }): boolean {
  return isDiscussed(agreement) && commentsFor(actor, agreement) !== null;
}

/** Positions of the parties the actor is with, as a member who may read or as the person himself. */
export function positionsOf(actor: Actor, agreement: Parties): number[] {
  const own = partiesWith(actor, AGREEMENT_READ, agreement);
  return agreement.parties.flatMap(({ position, organisationId, accountId }) =>
    own.includes(organisationId ?? '') || (accountId !== null && accountId === actor.accountId)
      ? position
      : [],
  );
}

/**
 * Rows of `agreements` the actor may see: those of an own organisation, and those he is a party of or is asked to sign.
 * A draft is its drafter's alone until it is shared; one that was sent back stays visible to all, who know it already.
 */
export function visibleWhere(actor: Actor): RawBuilder<SqlBool> {
  if (actor.kind === 'SYSTEM') return sql<SqlBool>`true`;
  const own = organisationsWith(actor, AGREEMENT_READ);
  const conditions: RawBuilder<SqlBool>[] = [];
  if (own.length > 0) {
    conditions.push(sql<SqlBool>`agreements.drafter_id = any(${own}::uuid[])`);
    conditions.push(sql<SqlBool>`(agreements.shared_at is not null and exists (
      select from agreement_parties own where own.agreement_id = agreements.id
        and own.organisation_id = any(${own}::uuid[])))`);
  }
  if (actor.kind === 'ACCOUNT' && actor.accountId !== null) {
    conditions.push(visibleToPerson(actor.accountId));
  }
  return conditions.length === 0
    ? sql<SqlBool>`false`
    : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
}

/** What concerns a person himself: as a party, as a guardian, or with a power of attorney that was not taken back. */
export function visibleToPerson(accountId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(agreements.shared_at is not null and (
    exists (select from agreement_parties own where own.agreement_id = agreements.id and own.account_id = ${accountId}::uuid)
    or exists (select from agreement_signatories own where own.agreement_id = agreements.id
      and own.account_id = ${accountId}::uuid and own.role = 'guardian')
    or exists (select from agreement_delegations own where own.agreement_id = agreements.id
      and own.delegate_id = ${accountId}::uuid and own.revoked_at is null)))`;
}
