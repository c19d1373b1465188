import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { requestContext } from '../context/index.js';
import { QUERY_LIMITS } from './limits/limits.plugin.js';
import { boundaryError, type BoundaryError } from './boundary-error.js';

/** Codes of Apollo Server for requests that are wrong in themselves. */
const BAD_REQUEST_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const TOO_MANY_TOKENS = /^Syntax Error: Document contains more tha[nt]/;
/** Thrown by the executor when a variable left an argument without a value it needs. */
const MISSING_ARGUMENT = /^Argument "\w+" (of|has)/;
const SUGGESTION = / ?Did you mean .+\?$/s;

/** Turns any error of an operation into one of the closed list of codes, with the request id, and masks what is ours. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const outside = ofRequest(formatted, error) ?? boundaryError(unwrapResolverError(error));
  const { code, message, reason, field } = outside;
  return {
    message,
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: {
      code,
      ...(reason === undefined ? {} : { reason }),
      ...(field === undefined ? {} : { field }),
      requestId: requestContext().requestId,
    },
  };
}

/** Errors of the request itself, found before or outside the resolvers: said as they are, without hints on the schema. */
function ofRequest(formatted: GraphQLFormattedError, error: unknown): BoundaryError | null {
  const original = unwrapResolverError(error);
  if (!(original instanceof GraphQLError)) return null;
  const message = formatted.message.replace(SUGGESTION, '');
  if (TOO_MANY_TOKENS.test(message))
    return {
      code: 'QUERY_TOO_COMPLEX',
      message: `The query is too long: allowed are ${QUERY_LIMITS.tokens} tokens`,
    };
  const code = formatted.extensions?.['code'];
  if (BAD_REQUEST_CODES.has(String(code)) || MISSING_ARGUMENT.test(message))
    return { code: 'BAD_USER_INPUT', message };
  return null;
}
