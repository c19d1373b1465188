/** One key of the ring that seals personal columns. */
export interface FieldKey {
  /** Written in front of every sealed value, so that the value says which key opens it. */
  readonly id: string;
  readonly secret: Buffer;
}

const KEY_ID = /^[a-z0-9-]{1,16}$/;
const KEY_BYTES = 32;

/**
 * Reads a key ring written `id:base64key,id:base64key`. The first key seals, all of them open, and the last one is the
 * root of the blind index. Throws without ever repeating a secret.
 */
export function parseFieldKeys(text: string): readonly FieldKey[] {
  const keys = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseFieldKey);
  if (keys.length === 0) throw new Error('FIELD_KEYS names no key');
  if (new Set(keys.map((key) => key.id)).size !== keys.length) {
    throw new Error('FIELD_KEYS names a key id twice');
  }
  return keys;
}

function parseFieldKey(part: string): FieldKey {
  const colon = part.indexOf(':');
  const id = part.slice(0, Math.max(colon, 0));
  if (!KEY_ID.test(id)) {
    throw new Error('FIELD_KEYS must be id:base64key pairs; an id is 1 to 16 of a-z, 0-9 and "-"');
  }
  const secret = Buffer.from(part.slice(colon + 1), 'base64');
  if (secret.length !== KEY_BYTES) {
    throw new Error(`FIELD_KEYS: key ${id} must be ${String(KEY_BYTES)} bytes in base64`);
  }
  return { id, secret };
}
