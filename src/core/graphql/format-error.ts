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
/** How graphql-js begins and ends to say that a variable does not fit its type; between stands what was given. */
const WRONG_VALUE = /^Variable "\$(\w+)" got invalid value /;
const WRONG_PLACE = /^ at "\w+((?:\.\w+|\[\d+\])*)"; (.*)$/s;
const MISSING_FIELD = /^Field "(\w+)" of required type/;
const MISSING_VARIABLE = /^Variable "\$(\w+)" of (?:required|non-null) type/;

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
    return { code: 'BAD_USER_INPUT', ...(ofVariable(message) ?? { message }) };
  return null;
}

/** Which field holds a value of the wrong shape, named as the actions name theirs; the value itself is not sent back. */
function ofVariable(
  message: string,
): Required<Pick<BoundaryError, 'message' | 'reason' | 'field'>> | null {
  const missing = MISSING_VARIABLE.exec(message)?.[1];
  if (missing !== undefined)
    return { message, reason: 'INPUT_REQUIRED', field: fieldPath(missing) };
  const variable = WRONG_VALUE.exec(message)?.[1];
  if (variable === undefined) return null;
  // From behind, and without searching anew at every sign: the value may be long and hold anything.
  const place = message.lastIndexOf(` at "${variable}`);
  const [, path = '', said] = WRONG_PLACE.exec(place < 0 ? '' : message.slice(place)) ?? [];
  const what = said ?? message.slice(message.lastIndexOf('; ') + 2);
  const left = MISSING_FIELD.exec(what)?.[1];
  return {
    message: `Variable "$${variable}" got an invalid value at "${variable}${path}"; ${what}`,
    reason: left === undefined ? 'INPUT_MALFORMED' : 'INPUT_REQUIRED',
    field: fieldPath(variable, path, left),
  };
}

function fieldPath(variable: string, path = '', left?: string): string[] {
  const steps = [variable, ...(path.match(/\w+/g) ?? []), ...(left === undefined ? [] : [left])];
  return variable === 'input' && steps.length > 1 ? steps.slice(1) : steps;
}
