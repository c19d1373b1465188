import { HttpException, Logger } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { requestContext } from '../context/index.js';
import { DomainError } from '../errors/index.js';
import { boundaryText, BOUNDARY_CODES, type BoundaryCode } from './boundary-texts.js';

/** An error as the outside sees it. */
export interface BoundaryError {
  readonly code: BoundaryCode;
  readonly message: string;
  /** Code of the error catalogue, when a rule of the business refused. */
  readonly reason?: string;
  readonly field?: readonly string[];
}

const logger = new Logger('Boundary');
const logged = new WeakSet<object>();

/** What the outside may know of an error thrown while a request was answered; unknown ones are logged once and masked. */
export function boundaryError(error: unknown): BoundaryError {
  if (error instanceof DomainError) return ofDomainError(error);
  if (error instanceof HttpException) return ofHttpException(error);
  if (error instanceof GraphQLError) {
    const code = error.extensions['code'];
    if (typeof code === 'string' && BOUNDARY_CODES.has(code) && code !== 'INTERNAL_SERVER_ERROR')
      return { code: code as BoundaryCode, message: error.message };
  }
  if (isUnreachable(error)) return unavailable(error);
  return internal(error);
}

function ofDomainError(error: DomainError): BoundaryError {
  const code: BoundaryCode =
    error.category === 'dependency'
      ? 'UNAVAILABLE'
      : error.code === 'REQUEST_RATE_LIMITED'
        ? 'RATE_LIMITED'
        : 'BAD_USER_INPUT';
  return {
    code,
    message: error.text(requestContext().locale),
    reason: error.code,
    ...(error.field ? { field: error.field } : {}),
  };
}

function ofHttpException(error: HttpException): BoundaryError {
  const status = error.getStatus();
  const { locale } = requestContext();
  if (status === 401)
    return { code: 'UNAUTHENTICATED', message: boundaryText('UNAUTHENTICATED', locale) };
  if (status === 403) return { code: 'FORBIDDEN', message: boundaryText('FORBIDDEN', locale) };
  if (status === 429)
    return { code: 'RATE_LIMITED', message: boundaryText('RATE_LIMITED', locale) };
  if (status === 502 || status === 503 || status === 504) return unavailable(error);
  if (status < 500) return { code: 'BAD_USER_INPUT', message: error.message };
  return internal(error);
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EPIPE',
  // PostgreSQL is stopping, starting, or has no connection left.
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'P1001',
  'P1002',
  'P1017',
  'P2024',
]);

/** Whether a service we depend on could not be reached, however deep the reason lies. */
function isUnreachable(error: unknown): boolean {
  let at: unknown = error;
  for (let depth = 0; depth < 8 && typeof at === 'object' && at !== null; depth += 1) {
    const { code, originalCode, cause } = at as {
      code?: unknown;
      originalCode?: unknown;
      cause?: unknown;
    };
    if (UNREACHABLE.has(String(code)) || UNREACHABLE.has(String(originalCode))) return true;
    at = cause;
  }
  return false;
}

function unavailable(error: unknown): BoundaryError {
  logOnce(error, 'A service is unavailable');
  return { code: 'UNAVAILABLE', message: boundaryText('UNAVAILABLE', requestContext().locale) };
}

function internal(error: unknown): BoundaryError {
  logOnce(error, 'Unexpected error');
  return {
    code: 'INTERNAL_SERVER_ERROR',
    message: boundaryText('INTERNAL_SERVER_ERROR', requestContext().locale),
  };
}

function logOnce(error: unknown, headline: string): void {
  if (typeof error === 'object' && error !== null) {
    if (logged.has(error)) return;
    logged.add(error);
  }
  logger.error({
    message: headline,
    error: error instanceof Error ? error : new Error(`A ${typeof error} was thrown`),
  });
}
