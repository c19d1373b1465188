import { defineMachine } from '../../../core/state-machine/index.js';
import { invitationErrors } from './invitation.errors.js';

export const invitationMachine = defineMachine({
  initial: 'PENDING',
  transitions: {
    accept: { from: ['PENDING'], to: 'ACCEPTED', by: ['INVITEE'] },
    decline: { from: ['PENDING'], to: 'DECLINED', by: ['INVITEE'] },
    revoke: { from: ['PENDING'], to: 'REVOKED', by: ['ADMINISTRATOR'] },
    expire: { from: ['PENDING'], to: 'EXPIRED', by: ['CLOCK'] },
  },
  refusal: invitationErrors.WRONG_STATE,
});

export type InvitationTransition = keyof typeof invitationMachine.transitions;
export type InvitationRole = 'INVITEE' | 'ADMINISTRATOR' | 'CLOCK';

const LIFETIME_MS = 14 * 24 * 60 * 60_000;

/** An invitation holds for fourteen days. */
export function invitationExpiry(invitedAt: Date): Date {
  return new Date(invitedAt.getTime() + LIFETIME_MS);
}
