import type { Credentials } from '../../../core/auth/index.js';

/** The prefix makes browsers refuse it from another path, another host or an insecure page. */
export const SESSION_COOKIE = '__Host-session';

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export function sessionCookie(token: string, maxAgeMs: number): string {
  return `${SESSION_COOKIE}=${token}; Max-Age=${String(Math.floor(maxAgeMs / 1000))}; ${ATTRIBUTES}`;
}

export const CLEARED_SESSION_COOKIE = `${SESSION_COOKIE}=; Max-Age=0; ${ATTRIBUTES}`;

/** The session token of a `Cookie` header; null when there is none, or more than one that differ. */
export function tokenOfCookies(header: string | undefined): string | null {
  if (header === undefined) return null;
  const values = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${SESSION_COOKIE}=`))
    .map((pair) => pair.slice(SESSION_COOKIE.length + 1));
  const [token] = values;
  return token === undefined || values.some((other) => other !== token) ? null : token;
}

/** The token of an `Authorization: Bearer …` header; null when it is none. */
export function bearerToken(header: string | undefined): string | null {
  return /^Bearer +([\w.~+/=-]{8,512})$/i.exec(header ?? '')?.[1] ?? null;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request carrying a cookie comes from a page of ours. Browsers say so themselves; a request without either
 * header was not sent by a page of another site. `isProduction` false also trusts pages served from this machine.
 */
export function comesFromOwnPage(
  { origin, secFetchSite }: Pick<Credentials, 'origin' | 'secFetchSite'>,
  own: { readonly origin: string; readonly isProduction: boolean },
): boolean {
  if (origin !== undefined) {
    if (origin === own.origin) return true;
    return !own.isProduction && LOOPBACK.has(URL.parse(origin)?.hostname ?? '');
  }
  return secFetchSite === undefined || secFetchSite === 'same-origin' || secFetchSite === 'none';
}
