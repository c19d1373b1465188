import { z } from 'zod';
import { inputErrors } from '../../../core/errors/index.js';
import { refuse } from '../../../core/validation/index.js';
import type { Contact } from '../contact/contact.rules.js';
import { COMMON_PASSWORDS } from './common-passwords.js';
import { passwordErrors } from './password.errors.js';

export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 128;

/** The form that is hashed: the same password typed on two keyboards gives the same hash. */
export function normalisePassword(raw: string): string {
  return raw.normalize('NFKC');
}

/** A password a person chooses: long enough, not a common one. Its length counts in code points. */
export function newPassword() {
  return z.string().transform((raw, context) => {
    if (!raw.isWellFormed()) {
      refuse(context, inputErrors.MALFORMED);
      return z.NEVER;
    }
    const password = normalisePassword(raw);
    const length = [...password].length;
    if (/\p{Cc}/u.test(password)) refuse(context, inputErrors.CONTROL_CHARACTERS);
    else if (length === 0) refuse(context, inputErrors.REQUIRED);
    else if (length < MIN_PASSWORD_LENGTH)
      refuse(context, inputErrors.TOO_SHORT, { params: { min: MIN_PASSWORD_LENGTH } });
    else if (length > MAX_PASSWORD_LENGTH)
      refuse(context, inputErrors.TOO_LONG, { params: { max: MAX_PASSWORD_LENGTH } });
    else if (isCommon(password)) refuse(context, passwordErrors.COMMON);
    return password;
  });
}

/** A password given to be compared: anything that could be one. Its cost is bounded before it is hashed. */
export function givenPassword() {
  return z
    .string()
    .min(1)
    .max(MAX_PASSWORD_LENGTH * 4)
    .transform(normalisePassword);
}

const RUNS = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '0123456789'];

function isCommon(password: string): boolean {
  const text = password.toLowerCase();
  return (
    /^\d{1,12}$/.test(text) ||
    new Set(text).size < 4 ||
    COMMON_PASSWORDS.has(text) ||
    RUNS.some((run) => run.includes(text) || run.includes([...text].reverse().join('')))
  );
}

/** Whether the password is the contact itself, with or without country code, or the first part of the address. */
export function isContact(password: string, contacts: readonly Contact[]): boolean {
  const text = password.toLowerCase();
  return contacts.some(({ kind, value }) =>
    kind === 'PHONE'
      ? text === value || text === value.slice(1) || text === value.slice(3)
      : text === value || text === value.slice(0, value.lastIndexOf('@')),
  );
}
