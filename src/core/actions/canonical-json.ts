/**
 * JSON that is the same text for the same value: keys in order, absent and undefined alike. What JSON cannot say is
 * refused rather than dropped, or two different inputs would look alike.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value));
}

function canonical(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError('A number without a JSON form');
      return value;
    case 'bigint':
      return { $bigint: value.toString() };
    case 'object':
      if (value === null) return null;
      if (value instanceof Date) return { $instant: value.toISOString() };
      if (Array.isArray(value)) return value.map((entry: unknown) => canonical(entry ?? null));
      return canonicalRecord(value);
    case 'undefined':
    case 'function':
    case 'symbol':
      throw new TypeError(`A ${typeof value} has no JSON form`);
  }
}

function canonicalRecord(value: object): object {
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) {
    throw new TypeError(`A ${value.constructor.name} has no JSON form`);
  }
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => [key, canonical(entry)] as const);
  return Object.fromEntries(entries);
}
