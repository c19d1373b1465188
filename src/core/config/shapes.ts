import { z } from 'zod';

/** A key that encrypts personal fields; its id is written before each sealed value. */
export interface FieldKey {
  readonly id: string;
  readonly key: Buffer;
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  yes: true,
  on: true,
  false: false,
  '0': false,
  no: false,
  off: false,
};

export function integer(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));
}

export function flag() {
  return z
    .string()
    .transform((text) => text.toLowerCase())
    .refine((text) => text in BOOLEANS)
    .transform((text) => BOOLEANS[text] === true);
}

export function address(...protocols: readonly string[]) {
  return z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && protocols.includes(url.protocol) && url.hostname !== '';
  });
}

/** Scheme, host and port; kept without the closing slash, as browsers send it. */
export function origin() {
  return z
    .string()
    .refine((text) => {
      const url = URL.parse(text);
      return (
        url !== null &&
        (url.protocol === 'http:' || url.protocol === 'https:') &&
        url.pathname === '/' &&
        url.search === '' &&
        url.hash === '' &&
        url.username === ''
      );
    })
    .transform((text) => new URL(text).origin);
}

/** A short text for people: one line, without characters that cannot be seen. */
export function line(maxLength: number) {
  return z
    .string()
    .min(2)
    .max(maxLength)
    .regex(/^\P{C}+$/u);
}

/** A text nobody can guess: long enough and not one that stands in a manual. */
export function secretText(minLength: number) {
  return z
    .string()
    .min(minLength)
    .refine((text) => !looksLikeDefault(text));
}

export function fieldKeys() {
  return z
    .string()
    .transform((text) => text.split(',').map((part) => parseFieldKey(part.trim())))
    .refine((keys) => keys.every((key) => key !== null))
    .transform((keys) => keys.filter((key): key is FieldKey => key !== null))
    .refine((keys) => new Set(keys.map((key) => key.id)).size === keys.length);
}

function parseFieldKey(text: string): FieldKey | null {
  const [, id, encoded] = /^([a-z0-9]{1,16}):([A-Za-z0-9+/_-]+=*)$/.exec(text) ?? [];
  if (id === undefined || encoded === undefined) return null;
  const key = Buffer.from(encoded, 'base64');
  return key.length === 32 && new Set(key).size >= 8 ? { id, key } : null;
}

/** 32 bytes at random, in base64. */
export function keySeed() {
  return z
    .string()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((key) => key.length === 32 && new Set(key).size >= 8);
}

/** Public keys of 32 bytes in base64, separated by commas. */
export function publicKeys() {
  return z
    .string()
    .transform((text) => text.split(',').map((part) => Buffer.from(part.trim(), 'base64')))
    .refine((keys) => keys.every((key) => key.length === 32));
}

const DEFAULT_WORDS =
  /change.?me|change.?this|replace.?me|default|example|placeholder|password|secret|your.?key|master.?key|123456|abcdef|qwerty/i;

/** True for placeholders, words from manuals and texts with hardly any variety. */
export function looksLikeDefault(text: string): boolean {
  return DEFAULT_WORDS.test(text) || new Set(text).size < 8;
}
