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
} from 'graphql';

/** A value each scalar takes, so that a call reaches the access rule and is not refused for its form before. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  ID: '0199d0c4-0000-7000-8000-00000000abcd',
  String: 'sample',
  Int: 1,
  Float: 1,
  Boolean: false,
  DateTime: '2026-11-22T09:30:00+08:00',
  Date: '2026-11-22',
  Decimal: '1.00',
  RegionCode: '320500',
  UnifiedSocialCreditCode: '91320506DEM0000016',
};

/** The smallest valid call of a root field: required arguments only, nothing selected that could be asked less. */
export function sampleCall(
  kind: 'Query' | 'Mutation',
  field: GraphQLField<unknown, unknown>,
): { readonly query: string; readonly variables: Record<string, unknown> } {
  const required = field.args.filter((argument) => isRequiredArgument(argument));
  const declared = required.map((argument) => `$${argument.name}: ${String(argument.type)}`);
  const passed = required.map((argument) => `${argument.name}: $${argument.name}`);
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  const args = passed.length > 0 ? `(${passed.join(', ')})` : '';
  return {
    query: `${kind.toLowerCase()} Sample${head} { ${field.name}${args}${selection(field)} }`,
    variables: Object.fromEntries(required.map((a) => [a.name, sampleOf(a.type)])),
  };
}

function selection(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return '';
  const hasErrors = isObjectType(type) && 'userErrors' in type.getFields();
  return hasErrors ? ' { userErrors { code field } }' : ' { __typename }';
}

function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isRequiredInputField(field))
        .map((field) => [field.name, sampleOf(field.type)]),
    );
  if (!(type.name in SAMPLES))
    throw new Error(`Give a sample of the scalar ${type.name} in sample-call.ts`);
  return SAMPLES[type.name];
}
