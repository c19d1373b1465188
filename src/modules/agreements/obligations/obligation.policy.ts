import type { Actor } from '../../../core/auth/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { partiesWith } from '../agreement/agreement.policy.js';
import type { AgreementObligation, ObligationEntry } from './obligation.model.js';

const BINDING: readonly Agreement['state'][] = [
  'SIGNED',
  'EFFECTIVE',
  'SUSPENDED',
  'EXPIRED',
  'TERMINATED',
];

/** Whether all have signed it, so that what was promised in it is owed. */
export function isBinding({ state }: Pick<Agreement, 'state'>): boolean {
  return BINDING.includes(state);
}

/** Positions of the parties for which the actor may act on what was promised. */
function actingPositions(actor: Actor, agreement: Agreement): number[] {
  const own = partiesWith(actor, AGREEMENT_DRAFT, agreement);
  return agreement.parties.flatMap(({ position, organisationId }) =>
    own.includes(organisationId ?? '') ? position : [],
  );
}

/** Something can be entered from the first day of the term on, where entries prove it. */
export function mayEnter(
  actor: Actor,
  agreement: Agreement,
  { proof }: Pick<AgreementObligation, 'proof'>,
  today: string,
): boolean {
  return (
    proof === 'ENTRIES' &&
    isBinding(agreement) &&
    agreement.startsOn <= today &&
    actingPositions(actor, agreement).length > 0
  );
}

type Entry = Pick<ObligationEntry, 'partyPosition' | 'withdrawnAt' | 'disputedAt'>;

const isOpen = ({ withdrawnAt, disputedAt }: Entry): boolean =>
  withdrawnAt === null && disputedAt === null;

export function mayWithdraw(actor: Actor, agreement: Agreement, entry: Entry): boolean {
  return isOpen(entry) && actingPositions(actor, agreement).includes(entry.partyPosition);
}

/** The other parties may, not the one that entered it. */
export function mayDispute(actor: Actor, agreement: Agreement, entry: Entry): boolean {
  return (
    isOpen(entry) &&
    actingPositions(actor, agreement).some((position) => position !== entry.partyPosition)
  );
}
