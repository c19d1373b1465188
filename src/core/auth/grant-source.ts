import type { Grant } from './actor.js';

/**
 * What an account may do for which organisations, in one SQL statement. Implemented by whoever keeps the memberships:
 * a provider that extends this class is found by itself, wherever its module stands.
 */
export abstract class GrantSource {
  abstract grantsFor(accountId: string): Promise<readonly Grant[]>;
}
