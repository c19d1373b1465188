import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { AccessRule } from '../../src/core/auth/index.js';
import type { RootField } from '../support/schema.js';

/** The last sentence of a root field's description: who may call it, in the one form that says its access rule. */
export function accessSentence(rule: AccessRule): string {
  switch (rule.kind) {
    case 'public':
      return 'Requires: nothing.';
    case 'authenticated':
      return 'Requires: being signed in.';
    case 'permission':
      return `Requires: ${rule.permission.name}.`;
  }
}

/** Other ways to say it, which nothing would hold to the rule. */
const ACCESS_WORDS = /(^|\. )Public\./;

/** Mutations that make something: sent twice by a shaky connection they must do it once. */
const CREATES =
  /^(create|submit|sign(?!In|Out|Up)|invite|post|publish|apply|propose|confirm|upload|import|accept|offer|register|add|issue|book|claim|report|pay|disburse|move|appeal|award)(?=[A-Z])/;

/** A list that is not paged says in its description how long it can get: never longer than a page may be. */
const BOUND = /\bat most (\d+)\b/i;
const MAX_PLAIN_LIST = 100;

/** Elements of the schema without a description. */
export function undescribed(schema: GraphQLSchema): string[] {
  const missing: string[] = [];
  const check = (name: string, description: string | null | undefined): void => {
    if (!description?.trim()) missing.push(name);
  };
  const roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    if (!roots.has(type as never)) check(type.name, type.description);
    if (isEnumType(type))
      for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        check(`${type.name}.${field.name}`, field.description);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field.description);
      for (const argument of field.args)
        check(`${type.name}.${field.name}(${argument.name})`, argument.description);
    }
  }
  return missing;
}

/** Root fields without an access rule, or whose description does not end with the sentence that says it. */
export function unsaidAccess(schema: GraphQLSchema, roots: readonly RootField[]): string[] {
  return roots.flatMap(({ name, kind, field, rule }) => {
    if (!rule) return [`${name} has no access rule`];
    const description = fieldOf(schema, kind, field)?.description ?? '';
    const expected = accessSentence(rule);
    const said = description.match(/Requires: [^.]*\./g) ?? [];
    return description.endsWith(` ${expected}`) &&
      said.length === 1 &&
      !ACCESS_WORDS.test(description)
      ? []
      : [`${name} must end with "${expected}" and say no other access`];
  });
}

/** Permissions that a description of any field names and nobody declared. */
export function unknownPermissions(schema: GraphQLSchema, declared: readonly string[]): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || isIntrospectionType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ name, description }) => {
      const required = /Requires: (.*)$/s.exec(description ?? '')?.[1] ?? '';
      return (required.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? [])
        .filter((permission) => !declared.includes(permission))
        .map((permission) => `${type.name}.${name} names ${permission}`);
    });
  });
}

/** Mutations whose shape is not: one `input`, one payload with `userErrors`. */
export function misshapenMutations(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
    const wrong: string[] = [];
    const [input, ...others] = field.args;
    const inputType = input ? getNamedType(input.type) : null;
    if (
      input?.name !== 'input' ||
      others.length > 0 ||
      !isNonNullType(input.type) ||
      !isInputObjectType(inputType)
    )
      wrong.push(`${field.name} must take one argument input of a non-null input type`);
    const payload = getNamedType(field.type);
    const errors = isObjectType(payload) ? payload.getFields()['userErrors'] : undefined;
    if (!payload.name.endsWith('Payload') || String(errors?.type) !== '[UserError!]!')
      wrong.push(`${field.name} must return a payload with userErrors`);
    return wrong;
  });
}

/** Creating mutations without an idempotency key. */
export function unrepeatableMutations(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter((field) => CREATES.test(field.name))
    .filter((field) => {
      const input = field.args
        .map((argument) => getNamedType(argument.type))
        .find(isInputObjectType);
      return String(input?.getFields()['idempotencyKey']?.type) !== 'ID!';
    })
    .map((field) => `${field.name} creates something and takes no idempotencyKey: ID!`);
}

/** Lists of objects that are neither paged nor say their bound. */
export function unboundedLists(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || isIntrospectionType(type)) return [];
    const isPage = type.name.endsWith('Connection');
    return Object.values(type.getFields())
      .filter((field) => isListOfObjects(field))
      .filter(
        (field) => !(isPage && /^(edges|nodes)$/.test(field.name)) && field.name !== 'userErrors',
      )
      .filter((field) => {
        const bound = BOUND.exec(field.description ?? '')?.[1];
        const paged = field.args.some((argument) => argument.name === 'first');
        return !paged && (bound === undefined || Number(bound) > MAX_PLAIN_LIST);
      })
      .map(
        (field) =>
          `${type.name}.${field.name} is a plain list: say "at most N" (N ≤ ${MAX_PLAIN_LIST}) or page it`,
      );
  });
}

function isListOfObjects(field: GraphQLField<unknown, unknown>): boolean {
  return isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type));
}

/** Connections and lists must be non-null, and every connection takes `first` and `after`. */
export function misshapenConnections(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || isIntrospectionType(type)) return [];
    return Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .filter(
        (field) => !['first', 'after'].every((name) => field.args.some((a) => a.name === name)),
      )
      .map((field) => `${type.name}.${field.name} must take first and after`);
  });
}

export function fieldOf(
  schema: GraphQLSchema,
  kind: RootField['kind'],
  field: string,
): GraphQLField<unknown, unknown> | undefined {
  const root = kind === 'Query' ? schema.getQueryType() : schema.getMutationType();
  return root?.getFields()[field];
}
