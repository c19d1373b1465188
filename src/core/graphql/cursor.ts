import { createHash } from 'node:crypto';
import { isUuid } from '../clock/index.js';
import { pageErrors } from './page.errors.js';
import { isCalendarDay } from './scalars/date.scalar.js';
import { parseInstant } from './scalars/date-time.scalar.js';

export type KeyType = 'timestamptz' | 'text' | 'int' | 'bigint' | 'numeric' | 'uuid' | 'date';

/** One column of a list order. The last one must be unique, usually the id. */
export interface OrderKey {
  /** `table.column` as the query names it. */
  readonly column: string;
  readonly direction: 'asc' | 'desc';
  readonly type: KeyType;
  /** True when the column may hold NULL; such rows come last in either direction. */
  readonly nullable?: boolean;
}

export type KeyValue = string | null;

const MAX_CURSOR_LENGTH = 2048;

/** Range of `bigint`; what lies outside would be a database error rather than a refusal. */
const BIGINT = { min: -(2n ** 63n), max: 2n ** 63n - 1n };

const isInteger = (value: string, bits: bigint): boolean =>
  /^-?\d{1,19}$/.test(value) &&
  BigInt(value) >= -(2n ** (bits - 1n)) &&
  BigInt(value) < 2n ** (bits - 1n);

const ACCEPTS: Record<KeyType, (value: string) => boolean> = {
  timestamptz: (value) => parseInstant(value) !== null,
  date: isCalendarDay,
  uuid: isUuid,
  text: (value) => value.isWellFormed() && !value.includes('\0'),
  int: (value) => isInteger(value, 32n),
  bigint: (value) => isInteger(value, 64n) && BigInt(value) <= BIGINT.max,
  numeric: (value) => /^-?\d{1,60}(\.\d{1,60})?$/.test(value),
};

/** An order is written once and used for every row of every page. */
const digests = new WeakMap<readonly OrderKey[], string>();

/** Short digest of the order, so that a cursor works for the list it came from only. */
function orderDigest(order: readonly OrderKey[]): string {
  const known = digests.get(order);
  if (known !== undefined) return known;
  const text = order
    .map((k) => `${k.column} ${k.direction} ${k.type} ${k.nullable ?? false}`)
    .join();
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  digests.set(order, digest);
  return digest;
}

/** Opaque text of a position: digest of the order and the sort values of the row. */
export function encodeCursor(order: readonly OrderKey[], values: readonly KeyValue[]): string {
  return Buffer.from(JSON.stringify([orderDigest(order), ...values])).toString('base64url');
}

/** Sort values of a cursor; a cursor that was not made for this order is refused before it reaches the database. */
export function decodeCursor(order: readonly OrderKey[], cursor: string): KeyValue[] {
  const malformed = (): Error => pageErrors.CURSOR_MALFORMED({ field: ['after'] });
  if (cursor.length > MAX_CURSOR_LENGTH || !/^[\w-]+$/.test(cursor)) throw malformed();
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw malformed();
  }
  if (!Array.isArray(parsed) || typeof parsed[0] !== 'string') throw malformed();
  const [digest, ...values] = parsed as [string, ...unknown[]];
  if (digest !== orderDigest(order)) throw pageErrors.CURSOR_OF_ANOTHER_LIST({ field: ['after'] });
  if (values.length !== order.length) throw malformed();
  return order.map((key, i) => {
    const value = values[i];
    if (value === null && key.nullable) return null;
    if (typeof value !== 'string' || !ACCEPTS[key.type](value)) throw malformed();
    return value;
  });
}
