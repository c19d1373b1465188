import {
  ForbiddenException,
  Injectable,
  Logger,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { requestContext } from '../context/index.js';
import type { Actor } from './actor.js';
import { ACCESS_RULE, type AccessRule } from './decorators.js';
import { holds } from './permissions.js';

/**
 * Stands before every root field and controller. What has no access rule is refused, so that nothing becomes public
 * by being forgotten. Which objects an actor may touch is for the policies of the modules.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly logger = new Logger(AccessGuard.name);

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) {
      this.logger.error(
        `${context.getClass().name}.${context.getHandler().name} has no access rule`,
      );
      throw new ForbiddenException();
    }
    const { actor } = requestContext();
    if (isAllowed(rule, actor)) return true;
    throw actor.kind === 'ANONYMOUS' ? new UnauthorizedException() : new ForbiddenException();
  }
}

export function isAllowed(rule: AccessRule, actor: Actor): boolean {
  switch (rule.kind) {
    case 'public':
      return true;
    case 'authenticated':
      return actor.kind === 'ACCOUNT' || actor.kind === 'SYSTEM';
    case 'permission':
      return actor.kind !== 'ANONYMOUS' && holds(actor, rule.permission);
  }
}
