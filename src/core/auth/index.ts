export { ANONYMOUS, SYSTEM, type Actor, type ActorKind, type Grant } from './actor.js';
export {
  declaredPermissions,
  definePermission,
  holds,
  organisationsWith,
  type Permission,
} from './permissions.js';
export {
  ACCESS_RULE,
  AllowedWithoutConsent,
  Authenticated,
  CurrentActor,
  Public,
  RequirePermission,
  WITHOUT_CONSENT,
  type AccessRule,
} from './decorators.js';
export { ActorResolver, type Credentials } from './actor-resolver.js';
export { ApiKeySource } from './api-key-source.js';
export { GrantSource } from './grant-source.js';
export { AccessGuard } from './access.guard.js';
export { AuthModule } from './auth.module.js';
