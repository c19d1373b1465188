import type { Actor } from './actor.js';

/**
 * Tells which organisation's key a bearer token is; null for one that is unknown, ended or expired. A provider that
 * extends this class is found by itself. Tokens of sessions (`gqs_…`) never come here.
 */
export abstract class ApiKeySource {
  abstract actorForKey(token: string): Promise<Actor | null>;
}
