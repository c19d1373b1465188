import type { Actor } from '../../core/auth/index.js';

/** The person who acts. Root fields that lead here let no key and nobody anonymous pass. */
export function actingAccount(actor: Actor): string {
  if (actor.accountId === null) throw new Error('This action is a person’s own');
  return actor.accountId;
}
