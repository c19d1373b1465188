import type { SealFault } from '../../src/modules/agreements/evidence/all-seals-verifier.service.js';
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

export interface FileTampering {
  readonly fault: SealFault;
  readonly statements: readonly string[];
}

/** What the owner of a database could do to a sealed file and what belongs to it; each in turn. */
export function tamperFile(agreementId: string, otherId: string, n: number): FileTampering {
  const of = (id: string, file: string): string =>
    `file_id = (SELECT ${file} FROM agreement_seals WHERE agreement_id = '${id}')`;
  const bytes = (change: string, file = 'file_id'): string =>
    `UPDATE stored_file_chunks SET bytes = ${change} WHERE ${of(agreementId, file)}`;
  const seal = (change: string): string =>
    `UPDATE agreement_seals SET ${change} WHERE agreement_id = '${agreementId}'`;
  const place = String(100 + ((n * 131) % 4_000));
  const flipped = bytes(`set_byte(bytes, ${place}, 255 - get_byte(bytes, ${place}))`);
  const stored = `SELECT bytes FROM stored_file_chunks WHERE ordinal = 0 AND`;
  const kinds: readonly FileTampering[] = [
    { fault: 'FILE_CHANGED', statements: [flipped] },
    {
      fault: 'FILE_CHANGED',
      statements: [bytes(`substring(bytes FROM 1 FOR length(bytes) - ${place})`)],
    },
    { fault: 'FILE_CHANGED', statements: [bytes(`(${stored} ${of(otherId, 'file_id')})`)] },
    {
      fault: 'FILE_MISSING',
      statements: [`DELETE FROM stored_file_chunks WHERE ${of(agreementId, 'file_id')}`],
    },
    // The hash is made to fit; the key is out of reach.
    {
      fault: 'SIGNATURE_INVALID',
      statements: [
        flipped,
        seal(`sha256 = encode(sha256((${stored} ${of(agreementId, 'file_id')})), 'hex')`),
      ],
    },
    {
      fault: 'SIGNATURE_INVALID',
      statements: [
        seal(
          `signature = (SELECT signature FROM agreement_seals WHERE agreement_id = '${otherId}')`,
        ),
      ],
    },
    { fault: 'SIGNATURE_FILE_CHANGED', statements: [bytes(`'{}'::bytea`, 'signature_file_id')] },
    {
      fault: 'TEXT_CHANGED',
      statements: [
        `UPDATE agreement_clauses SET body = body || '。' WHERE agreement_id = '${agreementId}'`,
      ],
    },
    {
      fault: 'EVENTS_CHANGED',
      statements: [
        `UPDATE agreement_events SET document_hash = repeat('d', 64) WHERE agreement_id = '${agreementId}' AND kind = 'SEALED'`,
      ],
    },
    {
      fault: 'SEAL_MISSING',
      statements: [`DELETE FROM agreement_seals WHERE agreement_id = '${agreementId}'`],
    },
  ];
  return kinds[n % kinds.length] ?? { fault: 'FILE_CHANGED', statements: [flipped] };
}
