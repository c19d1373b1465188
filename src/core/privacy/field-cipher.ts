import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { FieldKey } from '../config/index.js';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A sealed value cannot be opened: its key is not in the ring, or it was changed or moved from another column. */
export class UnreadableFieldError extends Error {
  override readonly name = 'UnreadableFieldError';
}

/**
 * Seals single personal values (phone, e-mail, identity number) with AES-256-GCM before they reach the database.
 *
 * A sealed value reads `v1.<key id>.<base64url of iv, text, tag>`. The column it belongs to (`accounts.phone`) is
 * authenticated with it, so a value copied into another column does not open there. Equality is searched through
 * `blindIndex`, a keyed hash stored in a column beside it; the caller normalises the text first.
 */
export class FieldCipher {
  private readonly sealingKeys: ReadonlyMap<string, Buffer>;
  private readonly current: FieldKey;
  private readonly indexRoot: Buffer;

  /** The first key seals, all of them open. The index has a secret of its own, so that keys rotate without moving it. */
  constructor(keys: readonly FieldKey[], indexSecret: string) {
    const [current] = keys;
    if (!current) throw new Error('FieldCipher needs at least one key');
    this.current = current;
    this.sealingKeys = new Map(keys.map(({ id, key }) => [id, derive(key, 'seal')]));
    this.indexRoot = Buffer.from(indexSecret, 'utf8');
  }

  encrypt(text: string, column: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(this.current.id), iv);
    cipher.setAAD(associatedData(this.current.id, column));
    const body = Buffer.concat([
      iv,
      cipher.update(text, 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return `${VERSION}.${this.current.id}.${body.toString('base64url')}`;
  }

  decrypt(sealed: string, column: string): string {
    const keyId = keyIdOf(sealed);
    const body = Buffer.from(sealed.slice(VERSION.length + keyId.length + 2), 'base64url');
    if (body.length < IV_BYTES + TAG_BYTES)
      throw new UnreadableFieldError('Sealed value is cut short');
    const tagAt = body.length - TAG_BYTES;
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.keyOf(keyId),
      body.subarray(0, IV_BYTES),
      {
        authTagLength: TAG_BYTES,
      },
    );
    decipher.setAAD(associatedData(keyId, column));
    decipher.setAuthTag(body.subarray(tagAt));
    try {
      const text = Buffer.concat([
        decipher.update(body.subarray(IV_BYTES, tagAt)),
        decipher.final(),
      ]);
      return text.toString('utf8');
    } catch (cause) {
      throw new UnreadableFieldError(`Sealed value does not belong to ${column}`, { cause });
    }
  }

  /** True when the value was sealed by a key that is no longer the first of the ring. */
  needsRotation(sealed: string): boolean {
    return keyIdOf(sealed) !== this.current.id;
  }

  /** The same text sealed by the current key; the value itself when that is already so. */
  rotate(sealed: string, column: string): string {
    return this.needsRotation(sealed) ? this.encrypt(this.decrypt(sealed, column), column) : sealed;
  }

  /** Keyed hash for equality search. Two purposes never share values, so columns cannot be joined on it. */
  blindIndex(purpose: string, text: string): string {
    const key = derive(this.indexRoot, `blind-index/${purpose}`);
    return createHmac('sha256', key).update(text, 'utf8').digest('base64url');
  }

  private keyOf(keyId: string): Buffer {
    const key = this.sealingKeys.get(keyId);
    if (!key) throw new UnreadableFieldError(`No key ${keyId} in FIELD_KEYS`);
    return key;
  }
}

function derive(secret: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'gongqiao', use, 32));
}

function associatedData(keyId: string, column: string): Buffer {
  return Buffer.from(`${VERSION}/${keyId}/${column}`, 'utf8');
}

function keyIdOf(sealed: string): string {
  const [version, keyId, body, ...rest] = sealed.split('.');
  if (version !== VERSION || !keyId || body === undefined || rest.length > 0) {
    throw new UnreadableFieldError('This is not a sealed value');
  }
  return keyId;
}
