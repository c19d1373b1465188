import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestContext } from '../context/index.js';
import { DomainError, type ErrorCategory } from '../errors/index.js';
import { boundaryError, type BoundaryError } from '../graphql/boundary-error.js';
import type { BoundaryCode } from '../graphql/boundary-texts.js';
import { GRAPHQL_PATH } from '../graphql/driver-options.js';

const STATUS_OF_CODE: Record<BoundaryCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  QUERY_TOO_COMPLEX: 400,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

const STATUS_OF_CATEGORY: Partial<Record<ErrorCategory, number>> = {
  not_found: 404,
  conflict: 409,
  forbidden_state: 409,
};

const LEFT = 'ERR_STREAM_PREMATURE_CLOSE';

/** Answers what plain controllers throw, and requests that never reached GraphQL, with the same codes and masking. */
@Catch()
export class HttpExceptionFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    // Errors of resolvers are formatted by the GraphQL endpoint.
    if (host.getType<string>() === 'graphql') throw exception;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    // Who left before the answer was all there needs none, and nothing went wrong here.
    if (isPrematureClose(exception)) return;
    const error = boundaryError(exception);
    if (reply.sent) return;
    void reply
      .status(statusOf(exception, error))
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(bodyOf(request, error)));
  }
}

function isPrematureClose(exception: unknown): boolean {
  return exception instanceof Error && 'code' in exception && exception.code === LEFT;
}

function statusOf(exception: unknown, error: BoundaryError): number {
  if (exception instanceof HttpException && exception.getStatus() < 500)
    return exception.getStatus();
  const ofCategory =
    exception instanceof DomainError && error.code === 'BAD_USER_INPUT'
      ? STATUS_OF_CATEGORY[exception.category]
      : undefined;
  return ofCategory ?? STATUS_OF_CODE[error.code];
}

function bodyOf(request: FastifyRequest, { message, code, reason, field }: BoundaryError): object {
  const { requestId } = requestContext();
  const extensions = { code, reason, field, requestId };
  return request.url.split('?')[0] === GRAPHQL_PATH
    ? { errors: [{ message, extensions }] }
    : { error: { message, ...extensions } };
}
