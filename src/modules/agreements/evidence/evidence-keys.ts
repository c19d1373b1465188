import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;

export interface PublicKey {
  /** First half of the SHA-256 of the raw public key, in hexadecimal. */
  readonly id: string;
  /** The 32 bytes in base64. */
  readonly base64: string;
  readonly key: KeyObject;
}

export interface PrivateKey extends PublicKey {
  readonly privateKey: KeyObject;
}

export function privateKeyOf(seed: Buffer): PrivateKey {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PRIVATE_PREFIX, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const raw = createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(-KEY_BYTES);
  return { ...publicKeyOf(raw), privateKey };
}

export function publicKeyOf(raw: Buffer): PublicKey {
  if (raw.length !== KEY_BYTES) throw new RangeError('An Ed25519 public key has 32 bytes');
  const key = createPublicKey({
    key: Buffer.concat([PUBLIC_PREFIX, raw]),
    format: 'der',
    type: 'spki',
  });
  const id = createHash('sha256').update(raw).digest('hex').slice(0, 32);
  return { id, base64: raw.toString('base64'), key };
}

export function signWith({ privateKey }: PrivateKey, bytes: Uint8Array): Buffer {
  return sign(null, bytes, privateKey);
}

export function isSignedBy({ key }: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === 64 && verify(null, bytes, key, signature);
}
