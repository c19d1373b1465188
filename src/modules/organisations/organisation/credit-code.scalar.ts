import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { normaliseCreditCode } from './credit-code.js';

const MAX_LENGTH = 64;

/**
 * Only normalises: a wrong form or check digit is refused by the rules of the action, so that the answer is a catalogued
 * user error that names the field.
 */
function parse(value: unknown): string {
  if (typeof value !== 'string' || value.length > MAX_LENGTH)
    throw new GraphQLError('UnifiedSocialCreditCode must be a string of 18 characters');
  return normaliseCreditCode(value);
}

export const UnifiedSocialCreditCodeScalar = new GraphQLScalarType<string, string>({
  name: 'UnifiedSocialCreditCode',
  description:
    'A unified social credit code (GB 32100-2015) of 18 characters with a check digit; full-width and lower-case input is normalised.',
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  serialize: (value) => String(value),
});
