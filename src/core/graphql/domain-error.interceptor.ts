import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { isNonNullType } from 'graphql';
import { catchError, map, of, throwError, type Observable } from 'rxjs';
import { requestContext } from '../context/index.js';
import { DomainError } from '../errors/index.js';
import { resolveInfo } from './resolve-info.js';
import { userError } from './user-error.js';

/**
 * Answers refusals of the business at root fields: a mutation returns them in its payload, a lookup of what is not
 * there returns null. Everything else goes on to `formatError`.
 */
@Injectable()
export class DomainErrorInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const info = resolveInfo(context);
    if (info === null) return next.handle();
    if (info.parentType.name === 'Mutation') {
      return next.handle().pipe(
        map(withUserErrors),
        catchError((error: unknown) =>
          error instanceof DomainError
            ? of({ userErrors: [userError(error, requestContext().locale)] })
            : throwError(() => error),
        ),
      );
    }
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          error instanceof DomainError &&
          error.category === 'not_found' &&
          !isNonNullType(info.returnType)
            ? of(null)
            : throwError(() => error),
        ),
      );
  }
}

function withUserErrors(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null || 'userErrors' in payload) return payload;
  return { ...payload, userErrors: [] };
}
