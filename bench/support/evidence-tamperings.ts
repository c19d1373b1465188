import type { EventFault } from '../../src/modules/agreements/evidence/evidence-chain.js';

export interface EvidenceTampering {
  readonly fault: EventFault;
  /** The first event that is not as it was written. */
  readonly sequence: number;
  readonly statement: string;
}

/** What the owner of a database could change about one event, each as an assignment. */
const EDITS = [
  `kind = 'SIGNED'`,
  'actor_id = id',
  'party_position = 9',
  `network_address = '198.51.100.*'`,
  `document_hash = repeat('b', 64)`,
  `detail = '{}'`,
  `occurred_at = occurred_at + interval '1 millisecond'`,
  `hash = repeat('c', 64)`,
] as const;

const ASIDE = 1_000_000;

/** One of the kinds of tampering, at a place that runs through the chain. */
export function tamper(agreementId: string, count: number, n: number): EvidenceTampering {
  const sequence = 1 + ((n * 7) % (count - 1));
  const where = `agreement_id = '${agreementId}'`;
  const [kind, edit] = [n % 4, EDITS[Math.floor(n / 4) % EDITS.length] ?? EDITS[0]];
  if (kind === 0) {
    const statement = `UPDATE agreement_events SET ${edit} WHERE ${where} AND sequence = ${String(sequence)}`;
    return { fault: 'EDITED', sequence, statement };
  }
  if (kind === 1) {
    const statement = `DELETE FROM agreement_events WHERE ${where} AND sequence = ${String(sequence)}`;
    return { fault: 'DELETED', sequence, statement };
  }
  if (kind === 2) {
    const statement = `DELETE FROM agreement_events WHERE ${where} AND sequence >= ${String(sequence)}`;
    return { fault: 'TRUNCATED', sequence, statement };
  }
  // One stands under a number of nobody meanwhile: the unique index is no trigger and stays.
  const move = (from: number, to: number): string =>
    `UPDATE agreement_events SET sequence = ${String(to)} WHERE ${where} AND sequence = ${String(from)};`;
  const moves = [move(sequence, ASIDE), move(count, sequence), move(ASIDE, count)];
  return { fault: 'REORDERED', sequence, statement: `DO $$ BEGIN ${moves.join(' ')} END $$` };
}
