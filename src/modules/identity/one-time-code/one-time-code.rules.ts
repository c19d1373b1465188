import { randomInt } from 'node:crypto';
import { z } from 'zod';

/** What a code is good for; it opens nothing else. */
export type OneTimeCodePurpose =
  'REGISTER' | 'SIGN_IN' | 'RESET_PASSWORD' | 'CHANGE_CONTACT' | 'CONFIRM_IDENTITY';

export const CODE_LIFETIME_MS = 10 * 60_000;
export const CODE_ATTEMPTS = 5;

/** Six digits, each sequence equally likely. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** A code as typed: spaces and full-width digits do no harm. */
export function code() {
  return z
    .string()
    .max(40)
    .transform((raw) => raw.normalize('NFKC').replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/));
}

/**
 * To whom a code is sent really: for signing in and for a forgotten password only to contacts that have an account.
 * The others get none, but the answer, the rows and the time are the same.
 */
export function isSuppressed(purpose: OneTimeCodePurpose, accountId: string | null): boolean {
  return (purpose === 'SIGN_IN' || purpose === 'RESET_PASSWORD') && accountId === null;
}
