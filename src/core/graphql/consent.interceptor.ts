import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { throwError, type Observable } from 'rxjs';
import { ACCESS_RULE, WITHOUT_CONSENT, type AccessRule } from '../auth/index.js';
import { requestContext } from '../context/index.js';
import { requestErrors } from '../errors/index.js';
import { resolveInfo } from './resolve-info.js';

/**
 * Refuses mutations of who has not agreed to the conditions in force, except those that need nobody signed in and those
 * for agreeing and leaving. Reading goes on: one must be able to see what one would leave.
 */
@Injectable()
export class ConsentInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!requestContext().actor.owesConsent || resolveInfo(context)?.parentType.name !== 'Mutation')
      return next.handle();
    const of = <T>(key: symbol): T | undefined =>
      this.reflector.getAllAndOverride<T | undefined>(key, [
        context.getHandler(),
        context.getClass(),
      ]);
    const isAllowed =
      of<AccessRule>(ACCESS_RULE)?.kind === 'public' || of<boolean>(WITHOUT_CONSENT) === true;
    return isAllowed ? next.handle() : throwError(() => requestErrors.CONSENT_REQUIRED());
  }
}
