import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { SAMPLES, selection } from './sample-call.js';

/** A cursor as ours look, over values that no row of ours has. */
const cursor = (...values: unknown[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

const CURSORS: readonly unknown[] = [
  'x',
  cursor(),
  cursor(null, null),
  cursor(1e300, '\u0000'),
  cursor({ a: 1 }, ['0199d0c4-0000-7000-8000-00000000abcd']),
  'x'.repeat(40_000),
];

/** Values of each scalar that make no sense to us or stand at the edge of it; GraphQL itself takes nearly all. */
const HOSTILE: Readonly<Record<string, readonly unknown[]>> = {
  ID: ['', '\u0000', 'x'.repeat(5_000)],
  String: ['', 'a\u0000b', '\ud800', '%_\\', 'constructor', '𠮷'.repeat(10_000)],
  Int: [0, 32_768, 2_147_483_647, -2_147_483_648],
  Float: [0, -1, 0.1, 1e300, -1e300, 5e-324],
  Boolean: [],
  Date: ['0001-01-01', '9999-12-31', '2026-02-30'],
  DateTime: ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z', 'x'],
  Decimal: ['0', '-1', '0.005', '999999999999999999'],
  RegionCode: ['000000', '999999999', 'x'],
  UnifiedSocialCreditCode: ['91320506DEM9999998', '', '\u0000'],
};

/** More entries than any list takes. */
const TOO_MANY = 300;
/** Inputs that hold themselves are followed no further. */
const DEEPEST = 6;

export interface HostileCall {
  /** What stands where: `input.changes.title = ""`. */
  readonly place: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

type Values = Record<string, unknown>;
type Field = GraphQLField<unknown, unknown>;

/**
 * Calls of a root field that differ from a good one in a single value: hostile ones of each scalar, each value of each
 * enum, null where it may stand, lists that are empty or too long; also at places that a good call leaves out.
 */
export function hostileCalls(
  kind: 'Query' | 'Mutation',
  field: Field,
  good: Readonly<Values>,
): HostileCall[] {
  return field.args.flatMap((argument) =>
    hostileAt([argument.name], argument.type).map(({ path, value }) => ({
      place: `${path.join('.')} = ${shortened(value)}`,
      ...callOf(kind, field, withValue(good, argument, path, value)),
    })),
  );
}

interface Placed {
  readonly path: readonly string[];
  readonly value: unknown;
}

function hostileAt(path: readonly string[], type: GraphQLInputType): Placed[] {
  const name = path.at(-1);
  if (name === 'idempotencyKey' || path.length > DEEPEST) return [];
  const here = (value: unknown): Placed => ({ path, value });
  const absent = isNonNullType(type) ? [] : [here(null)];
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const sample = sampleOf(inner.ofType);
    const many = Array.from({ length: TOO_MANY }, () => sample);
    const entries = hostileValues(inner.ofType).map((value) => here([value]));
    return [...absent, here([]), here(many), ...entries, ...partsAt([...path, '0'], inner.ofType)];
  }
  const values = name === 'after' ? CURSORS : hostileValues(inner);
  return [...absent, ...values.map(here), ...partsAt(path, inner)];
}

function partsAt(path: readonly string[], type: GraphQLInputType): Placed[] {
  const inner = getNullableType(type);
  if (!isInputObjectType(inner)) return [];
  return Object.values(inner.getFields()).flatMap((part) =>
    hostileAt([...path, part.name], part.type),
  );
}

function hostileValues(type: GraphQLInputType): readonly unknown[] {
  const inner = getNullableType(type);
  if (isInputObjectType(inner) || isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues().map(({ name }) => name);
  const values = HOSTILE[inner.name];
  if (!values) throw new Error(`Give hostile values of the scalar ${inner.name}`);
  return values;
}

/** The smallest value of a type: required parts only. */
function sampleOf(type: GraphQLInputType): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [sampleOf(inner.ofType)];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (!isInputObjectType(inner)) return SAMPLES[inner.name];
  return Object.fromEntries(
    Object.values(inner.getFields())
      .filter((part) => isRequiredInputField(part))
      .map((part) => [part.name, sampleOf(part.type)]),
  );
}

/** A copy of good variables with another value at a path; what lies between is made where it is missing. */
function withValue(
  good: Readonly<Values>,
  argument: GraphQLArgument,
  [first = '', ...rest]: readonly string[],
  value: unknown,
): Values {
  const copy: Values = structuredClone(good);
  let holder = copy;
  let key = first;
  let type = argument.type;
  for (const step of rest) {
    holder[key] ??= sampleOf(type);
    holder = holder[key] as Values;
    const inner: GraphQLInputType = getNullableType(type);
    if (isListType(inner)) type = inner.ofType;
    else if (isInputObjectType(inner)) type = inner.getFields()[step]?.type ?? type;
    key = step;
  }
  holder[key] = value;
  return copy;
}

function callOf(
  kind: 'Query' | 'Mutation',
  field: Field,
  variables: Values,
): Pick<HostileCall, 'query' | 'variables'> {
  const given = field.args.filter(({ name }) => name in variables);
  const head = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const args = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const query = `${kind.toLowerCase()} Hostile(${head}) { ${field.name}(${args})${selection(field)} }`;
  return { query, variables };
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}… (${text.length} characters)` : text;
}
