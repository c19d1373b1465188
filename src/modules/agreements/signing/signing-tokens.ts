import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN = /^([0-9a-f-]{36})\.([\w-]{43})$/;

/** The secret of a new link, and what is kept of it. */
export function newSecret(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

/** Id and secret of a token as it stands in an address; null for a text that cannot be one. */
export function readToken(
  token: string,
): { readonly linkId: string; readonly secret: string } | null {
  const [, linkId, secret] = TOKEN.exec(token) ?? [];
  return linkId === undefined || secret === undefined ? null : { linkId, secret };
}

export function isSecretOf(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash));
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
