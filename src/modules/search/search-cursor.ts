import { createHash } from 'node:crypto';
import { searchErrors } from './search.errors.js';
import { MAX_HITS } from './indexing/search.settings.js';

/** Digest of what was searched for, so that a cursor works for its own search only. */
export function searchDigest(search: unknown): string {
  const text = JSON.stringify(search, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  return createHash('sha256').update(text).digest('base64url').slice(0, 10);
}

/** Opaque text of the position after the first `offset` hits. */
export function encodeSearchCursor(digest: string, offset: number): string {
  return Buffer.from(JSON.stringify([digest, offset])).toString('base64url');
}

/** Hits before the cursor; a cursor of another search, or a made-up one, is refused. */
export function decodeSearchCursor(digest: string, cursor: string | null): number {
  if (cursor === null) return 0;
  const refusal = (): Error => searchErrors.CURSOR_MALFORMED({ field: ['after'] });
  if (cursor.length > 200 || !/^[\w-]+$/.test(cursor)) throw refusal();
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw refusal();
  }
  const [of, offset] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  const isOffset = Number.isInteger(offset) && Number(offset) >= 0 && Number(offset) <= MAX_HITS;
  if (of !== digest || !isOffset) throw refusal();
  return Number(offset);
}
