import { createParamDecorator, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { requestContext } from '../context/request-context.js';
import type { Actor } from './actor.js';
import type { Permission } from './permissions.js';

export const ACCESS_RULE = Symbol('access-rule');

export type AccessRule =
  | { readonly kind: 'public' }
  | { readonly kind: 'authenticated' }
  | { readonly kind: 'permission'; readonly permission: Permission };

/** Anyone may call it, signed in or not. */
export const Public = (): CustomDecorator<symbol> =>
  SetMetadata(ACCESS_RULE, { kind: 'public' } satisfies AccessRule);

/** Anyone signed in with an account may call it; object rights are checked by the policy. */
export const Authenticated = (): CustomDecorator<symbol> =>
  SetMetadata(ACCESS_RULE, { kind: 'authenticated' } satisfies AccessRule);

/** Only who holds the permission somewhere; which objects, the policy decides. */
export const RequirePermission = (permission: Permission): CustomDecorator<symbol> =>
  SetMetadata(ACCESS_RULE, { kind: 'permission', permission } satisfies AccessRule);

export const WITHOUT_CONSENT = Symbol('without-consent');

/** Also for who has not agreed to the conditions in force: agreeing, and leaving. */
export const AllowedWithoutConsent = (): CustomDecorator<symbol> =>
  SetMetadata(WITHOUT_CONSENT, true);

/** Injects the actor of the request into a resolver or controller method. */
export const CurrentActor = createParamDecorator((): Actor => requestContext().actor);
