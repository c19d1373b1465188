import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DECIMAL = /^-?\d{1,18}(?:\.\d{1,8})?$/;

function parse(value: unknown): string {
  if (typeof value !== 'string' || !DECIMAL.test(value)) {
    throw new GraphQLError(
      'Decimal must be a string of at most 18 digits and 8 decimal places, such as "4500.50"',
    );
  }
  return value;
}

/** Exact numbers travel as text, because a JSON number is rounded by its readers. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number as a string, such as "4500.50".',
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  /** Strings, whole numbers and decimal objects of the database client are written out; floats are refused. */
  serialize(value) {
    if (typeof value === 'string') return parse(value);
    if (typeof value === 'bigint' || Number.isSafeInteger(value)) return parse(String(value));
    if (
      typeof value === 'object' &&
      value &&
      'toFixed' in value &&
      typeof value.toFixed === 'function'
    )
      return parse(String((value as { toFixed(): string }).toFixed()));
    throw new GraphQLError('Decimal cannot be written from this value');
  },
});
