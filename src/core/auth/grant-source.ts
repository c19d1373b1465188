import type { Expression, RawBuilder } from 'kysely';
import type { Grant } from './actor.js';

/**
 * What an account may do for which organisations. Implemented by whoever keeps the memberships: a provider that extends
 * this class is found by itself, wherever its module stands.
 */
export abstract class GrantSource {
  /** The grants as SQL, a JSON array: a part of the one statement that finds out who sends a request. */
  abstract grantsOf(accountId: Expression<string>): RawBuilder<readonly Grant[]>;

  /** The grants of one account, in one statement. */
  abstract grantsFor(accountId: string): Promise<readonly Grant[]>;
}
