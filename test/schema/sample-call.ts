import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';

/** A value each scalar takes, so that a call reaches the access rule and is not refused for its form before. */
export const SAMPLES: Readonly<Record<string, unknown>> = {
  ID: '0199d0c4-0000-7000-8000-00000000abcd',
  String: 'sample',
  Int: 1,
  Float: 1,
  Boolean: false,
  DateTime: '2026-11-22T09:30:00+08:00',
  Date: '2026-11-22',
  Decimal: '1.00',
  RegionCode: '320500',
  UnifiedSocialCreditCode: '91320506DEM9999999',
};

/** Values that a check of the shape wants otherwise than any text, by the name of their field. */
const FITTING: Readonly<Record<string, unknown>> = {
  contact: 'somebody@example.org',
  statement: '要求先交服装费二百元。',
  terms: '甲乙双方共同培养智能制造方向学生，企业提供实习岗位。',
};

/** What stands for the id at a place of the arguments, for example `input.agreementId`; nothing leaves it as it is. */
export type IdAt = (place: string) => string | undefined;

export interface SampleCall {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  /** Where ids of records stand. */
  readonly idPlaces: readonly string[];
}

/**
 * The smallest valid call of a root field: required arguments only, and with `idAt` also those that name a record;
 * nothing is selected that could be asked less.
 */
export function sampleCall(
  kind: 'Query' | 'Mutation',
  field: GraphQLField<unknown, unknown>,
  idAt?: IdAt,
): SampleCall {
  const idPlaces: string[] = [];
  const named = (type: GraphQLInputType): boolean => idAt !== undefined && namesRecords(type);
  const sampleAt = (place: string, type: GraphQLInputType): unknown => {
    if (isNonNullType(type)) return sampleAt(place, type.ofType);
    if (isListType(type)) return [sampleAt(place, type.ofType)];
    if (isEnumType(type)) return type.getValues()[0]?.name;
    if (isInputObjectType(type))
      return Object.fromEntries(
        Object.values(type.getFields())
          .filter((part) => isRequiredInputField(part) || named(part.type))
          .map((part) => [part.name, sampleAt(`${place}.${part.name}`, part.type)]),
      );
    const name = place.slice(place.lastIndexOf('.') + 1);
    if (name === 'idempotencyKey') return randomUUID();
    if (type.name === 'ID') {
      idPlaces.push(place);
      return idAt?.(place) ?? SAMPLES.ID;
    }
    if (name in FITTING) return FITTING[name];
    if (!(type.name in SAMPLES))
      throw new Error(`Give a sample of the scalar ${type.name} in sample-call.ts`);
    return SAMPLES[type.name];
  };
  const given = field.args.filter(
    (argument) => isRequiredArgument(argument) || named(argument.type),
  );
  const declared = given.map((argument) => `$${argument.name}: ${String(argument.type)}`);
  const passed = given.map((argument) => `${argument.name}: $${argument.name}`);
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  const args = passed.length > 0 ? `(${passed.join(', ')})` : '';
  return {
    query: `${kind.toLowerCase()} Sample${head} { ${field.name}${args}${selection(field)} }`,
    variables: Object.fromEntries(given.map(({ name, type }) => [name, sampleAt(name, type)])),
    idPlaces,
  };
}

/** Whether an argument is, or holds somewhere, the id of a record. */
function namesRecords(type: GraphQLInputType, above: readonly string[] = []): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return named.name === 'ID';
  if (above.includes(named.name)) return false;
  return Object.values(named.getFields()).some(
    (part) => part.name !== 'idempotencyKey' && namesRecords(part.type, [...above, named.name]),
  );
}

/** How many rows a list has, what an object is, and of a payload which objects it brings and what it refuses. */
export function selection(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return isCompositeType(type) ? ' { __typename }' : '';
  const parts = type.getFields();
  if ('nodes' in parts) return ' { nodes { __typename } }';
  if (!('userErrors' in parts)) return ' { __typename }';
  const objects = Object.values(parts)
    .filter(({ name, type: part }) => name !== 'userErrors' && isCompositeType(getNamedType(part)))
    .map(({ name, type: part }) => `${name} { __typename ${refusalOf(part)}}`);
  return ` { ${objects.join(' ')} userErrors { code field } }`;
}

/** Of a payload that reports item by item: why an item was refused. */
function refusalOf(type: GraphQLOutputType): string {
  const item = getNamedType(type);
  return isObjectType(item) && 'refusal' in item.getFields() ? 'refusal ' : '';
}
