import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const REGION_CODE = /^\d{6}(?:\d{3})?$/;

function parse(value: unknown): string {
  if (typeof value !== 'string' || !REGION_CODE.test(value)) {
    throw new GraphQLError(
      'RegionCode must be a string of six digits, or nine for a town or street, such as "320506"',
    );
  }
  return value;
}

/** Checks the shape only; whether a region has the code is for `ReferenceReader.requireRegion` to say. */
export const RegionCodeScalar = new GraphQLScalarType<string, string>({
  name: 'RegionCode',
  description:
    'Official code of a region, such as "320506": six digits, or nine for a town or street. Answers give the code in force; inputs may give any code a region has or had.',
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  serialize: parse,
});
