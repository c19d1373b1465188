import type { SealFault } from './all-seals-verifier.service.js';
import type { EventFault } from './evidence-chain.js';
import type { SignatureCheck } from './evidence-signer.port.js';

/** Exit codes of commands that verify. */
export const EXIT = { intact: 0, broken: 1, unknown: 2 } as const;

export const SIGNATURES: Readonly<Record<SignatureCheck, string>> = {
  VALID: 'valid',
  INVALID: 'BROKEN: it is not a signature of these bytes',
  KEY_UNKNOWN: 'NOT CHECKED: the key is none of those that are known (EVIDENCE_KEYS_RETIRED)',
};

/** What is said of an event on the command line. */
export const EVENT_FAULTS: Readonly<Record<EventFault, string>> = {
  EDITED: 'was edited',
  DELETED: 'was deleted',
  REORDERED: 'was moved',
  TRUNCATED: 'and all after it are gone',
  REPLACED: 'is not the one that was sealed or published; it or one before it was changed',
};

/** What is said of a sealed agreement there. */
export const SEAL_FAULTS: Readonly<Record<SealFault, string>> = {
  SEAL_MISSING: 'it was sealed and the seal is gone',
  FILE_MISSING: 'the sealed file is gone',
  FILE_CHANGED: 'the file is not the one that was sealed',
  SIGNATURE_INVALID: 'the signature is not one of the sealed file',
  KEY_UNKNOWN: 'the installation does not know the key (EVIDENCE_KEYS_RETIRED)',
  SIGNATURE_FILE_CHANGED: 'the file with the detached signature is gone or another one',
  TEXT_CHANGED: 'the text in the database is not the one that was signed',
  EVENTS_CHANGED: 'an event before the sealing, or the event of the sealing, was changed',
};
