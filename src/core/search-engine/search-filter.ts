/** Limit of the engine for one filter value, in bytes of UTF-8. */
export const MAX_FILTER_VALUE_BYTES = 468;

export type FilterValue = string | number | boolean;

/** A condition in the engine's own language. Made only by `filter`, so no text of a caller gets into it unquoted. */
export class SearchFilter {
  /** @internal */
  constructor(
    readonly expression: string,
    private readonly members: readonly SearchFilter[] = [],
  ) {}

  /** The members that must all hold; each becomes an element of its own in the request. */
  conjuncts(): readonly string[] {
    return this.members.length > 0 ? this.members.map((m) => m.expression) : [this.expression];
  }
}

/** A value or attribute that must not get into a filter; a fault of the calling code, not of the person. */
export class FilterError extends RangeError {
  override readonly name = 'FilterError';
}

const ATTRIBUTE = /^[A-Za-z]\w*(\.\w+)*$/;
/**
 * Codes and ids. The engine folds case and width and trims spaces, and its quoting cannot express a closing backslash,
 * so free text is not filtered on: it is refused here.
 */
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.:/+#-]*$/u;

function attribute(name: string): string {
  if (!ATTRIBUTE.test(name)) throw new FilterError(`"${name}" is not the name of an attribute`);
  return name;
}

function literal(value: FilterValue): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new FilterError('A filter value must be a finite number');
    return String(value);
  }
  if (Buffer.byteLength(value) > MAX_FILTER_VALUE_BYTES) {
    throw new FilterError(`A filter value has at most ${String(MAX_FILTER_VALUE_BYTES)} bytes`);
  }
  if (!CODE.test(value)) throw new FilterError('A filter value must be a code or an id');
  return `"${value.replaceAll('"', String.raw`\"`)}"`;
}

function comparison(operator: string) {
  return (name: string, value: number): SearchFilter =>
    new SearchFilter(`${attribute(name)} ${operator} ${literal(value)}`);
}

function joined(
  word: 'AND' | 'OR',
  parts: readonly (SearchFilter | null | undefined)[],
): SearchFilter | null {
  const present = parts.filter((part) => part !== null && part !== undefined);
  const [first] = present;
  if (!first || present.length === 1) return first ?? null;
  const expression = `(${present.map((part) => part.expression).join(` ${word} `)})`;
  return new SearchFilter(expression, word === 'AND' ? present : []);
}

/** Builds conditions: `filter.all(filter.equals('regionCode', '320500'), filter.atLeast('payMaxFen', 800_000))`. */
export const filter = {
  equals: (name: string, value: FilterValue): SearchFilter =>
    new SearchFilter(`${attribute(name)} = ${literal(value)}`),

  /** One of the values; an empty list matches nothing. */
  oneOf: (name: string, values: readonly FilterValue[]): SearchFilter =>
    new SearchFilter(`${attribute(name)} IN [${values.map(literal).join(', ')}]`),

  noneOf: (name: string, values: readonly FilterValue[]): SearchFilter =>
    new SearchFilter(`${attribute(name)} NOT IN [${values.map(literal).join(', ')}]`),

  atLeast: comparison('>='),
  atMost: comparison('<='),
  above: comparison('>'),
  below: comparison('<'),
  present: (name: string): SearchFilter => new SearchFilter(`${attribute(name)} EXISTS`),
  absent: (name: string): SearchFilter => new SearchFilter(`${attribute(name)} NOT EXISTS`),
  isNull: (name: string): SearchFilter => new SearchFilter(`${attribute(name)} IS NULL`),
  not: (part: SearchFilter): SearchFilter => new SearchFilter(`NOT (${part.expression})`),

  /** All of the conditions; absent ones are left out, and none at all is null. */
  all: (...parts: readonly (SearchFilter | null | undefined)[]): SearchFilter | null =>
    joined('AND', parts),

  /** At least one of the conditions; absent ones are left out, and none at all is null. */
  any: (...parts: readonly (SearchFilter | null | undefined)[]): SearchFilter | null =>
    joined('OR', parts),
} as const;
