import { createHash } from 'node:crypto';

/** Our own namespace for name-based UUIDs; changing it would give every region another id. */
const NAMESPACE = Buffer.from('6f0b7a5e2c1d4e8f9a3b5c7d9e1f2a4b', 'hex');

/** UUIDv5 (RFC 9562) of a key such as `region:320506`: the same in every installation, for ever. */
export function stableId(key: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(key).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
