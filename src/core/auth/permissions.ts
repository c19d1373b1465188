import type { Actor, Grant } from './actor.js';

/** A named right and who holds it. Declared by the module that guards with it; nothing is held that is not declared. */
export interface Permission {
  readonly name: string;
  /** Organisation kinds whose members may hold it. */
  readonly kinds: readonly string[];
  /** Roles within such an organisation that hold it. */
  readonly roles: readonly string[];
  /** True: paused while the organisation is not in good standing (unverified, lapsed, suspended). */
  readonly needsStanding: boolean;
  /** True: administrators of the platform hold it without belonging to an organisation. */
  readonly platform: boolean;
}

const declared = new Map<string, Permission>();

/** Declares a permission once; `needsStanding` is true and `platform` false unless said. */
export function definePermission(
  name: string,
  held: {
    kinds: readonly string[];
    roles: readonly string[];
    needsStanding?: boolean;
    platform?: boolean;
  },
): Permission {
  if (declared.has(name)) throw new Error(`Permission ${name} is declared twice`);
  const permission: Permission = {
    name,
    kinds: held.kinds,
    roles: held.roles,
    needsStanding: held.needsStanding ?? true,
    platform: held.platform ?? false,
  };
  declared.set(name, permission);
  return permission;
}

export function declaredPermissions(): readonly Permission[] {
  return [...declared.values()];
}

function grants(permission: Permission, grant: Grant): boolean {
  return (
    permission.kinds.includes(grant.organisationKind) &&
    permission.roles.includes(grant.role) &&
    (!permission.needsStanding || grant.isInGoodStanding)
  );
}

/** Organisations for which the actor holds the permission now. */
export function organisationsWith(actor: Actor, permission: Permission): string[] {
  if (actor.scopes && !actor.scopes.includes(permission.name)) return [];
  return actor.grants.filter((g) => grants(permission, g)).map((g) => g.organisationId);
}

/** Whether the actor holds the permission: for the given organisation, or, without one, anywhere. */
export function holds(actor: Actor, permission: Permission, organisationId?: string): boolean {
  if (actor.kind === 'SYSTEM') return true;
  if (permission.platform && actor.isAdministrator) return true;
  const organisations = organisationsWith(actor, permission);
  return organisationId === undefined
    ? organisations.length > 0
    : organisations.includes(organisationId);
}
