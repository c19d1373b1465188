import { createHash } from 'node:crypto';

/** Hash of a cleaned row, by which the next import tells whether the source changed it. */
export function sourceHash(value: object): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'bigint' ? part.toString() : part,
  );
  return createHash('sha256').update(text).digest('base64url');
}
