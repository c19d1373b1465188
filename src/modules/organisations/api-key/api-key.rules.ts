import { createHash, randomBytes } from 'node:crypto';
import { declaredPermissions } from '../../../core/auth/index.js';
import type { OrganisationKind } from '../../../generated/prisma/enums.js';
import {
  BUREAU_REGISTER,
  ORGANISATION_MANAGE,
  ORGANISATION_VERIFY,
} from '../organisations.permissions.js';
import { addDays, addMonths, endOfDay } from '../verification/verification.rules.js';
import { apiKeyErrors } from './api-key.errors.js';

const PREFIX = 'gqk_';
const TOKEN = /^gqk_[\w-]{43}$/;
const SHOWN_CHARACTERS = 10;
const LIFETIME_MONTHS = 12;
export const MOST_KEYS = 20;

/** How exact `lastUsedAt` is: it is not written more often than this. */
export const LAST_USED_STEP_MS = 60_000;

/** What only a person does: a key that could make keys or members would outlive its own revocation. */
const PERSONAL = [ORGANISATION_MANAGE, ORGANISATION_VERIFY, BUREAU_REGISTER];

/** A new token: 256 random bits. It is given out once; only its hash is kept. */
export function newApiToken(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

export function isApiToken(text: string): boolean {
  return TOKEN.test(text);
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The first characters, by which people tell their keys apart. */
export function shownPart(token: string): string {
  return token.slice(0, SHOWN_CHARACTERS);
}

/** Names of the permissions a key of such an organisation may be given. */
export function delegable(kind: OrganisationKind): string[] {
  return declaredPermissions()
    .filter((permission) => permission.kinds.includes(kind) && !PERSONAL.includes(permission))
    .map((permission) => permission.name)
    .sort();
}

export function checkScopes(kind: OrganisationKind, scopes: readonly string[]): void {
  const allowed = delegable(kind);
  scopes.forEach((scope, i) => {
    const field = ['scopes', String(i)];
    if (!allowed.includes(scope)) throw apiKeyErrors.SCOPE_UNKNOWN({ field });
    if (scopes.indexOf(scope) !== i) throw apiKeyErrors.SCOPE_REPEATED({ field });
  });
}

/** The instant at which a key ends whose last day is `lastDay`; a year from today when not named, and at most. */
export function keyExpiry(today: string, lastDay: string | null): Date {
  const latest = addMonths(today, LIFETIME_MONTHS);
  const day = lastDay ?? latest;
  if (day > latest || day < addDays(today, 1))
    throw apiKeyErrors.EXPIRY_OUT_OF_RANGE({ field: ['expiresOn'], params: { latest } });
  return endOfDay(day);
}
