import { createHash } from 'node:crypto';
import { manifestOf } from '../document/evidence-manifest.js';
import { firstBadEvent, lostSealing, type BadEvent } from '../evidence-chain.js';
import { isSignedBy, publicKeyOf } from '../evidence-keys.js';
import type { SignatureCheck } from '../evidence-signer.port.js';
import type { EvidenceBundle } from './evidence-bundle.js';

/** What a bundle shows by itself. */
export interface BundleVerdict {
  readonly sha256: string;
  readonly signature: SignatureCheck;
  /** The file is the one of this agreement, and says which events it seals. */
  readonly isOfAgreement: boolean;
  readonly firstBadEvent: BadEvent | null;
}

export function isBundleIntact({
  signature,
  isOfAgreement,
  firstBadEvent,
}: BundleVerdict): boolean {
  return signature === 'VALID' && isOfAgreement && firstBadEvent === null;
}

/**
 * Checks the file against its signature, and every event against the hashes that the signed file lists. What came after
 * the sealing only has to follow from it: how far the chain went, the published heads say.
 */
export function verifyBundle(
  { agreementNumber, file, signature, events }: EvidenceBundle,
  keys: EvidenceBundle['keys'],
): BundleVerdict {
  const pdf = Buffer.from(file, 'base64');
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const manifest = manifestOf(pdf);
  const listed = manifest?.events ?? [];
  const anchors = listed.map((hash, index) => ({ sequence: index + 1, hash }));
  const sealed = { eventSequence: listed.length, sha256 };
  return {
    sha256,
    signature: checkOf(signature, pdf, keys),
    isOfAgreement:
      manifest !== null &&
      manifest.number === agreementNumber &&
      events.every(({ agreementId }) => agreementId === manifest.agreementId),
    firstBadEvent: firstBadEvent(events, anchors) ?? lostSealing(events, sealed),
  };
}

/** A key counts only under the id that follows from it. */
function checkOf(
  { keyId, signature }: EvidenceBundle['signature'],
  pdf: Buffer,
  keys: EvidenceBundle['keys'],
): SignatureCheck {
  const known = keys.find(({ id, algorithm }) => id === keyId && algorithm === 'Ed25519');
  const raw = Buffer.from(known?.publicKey ?? '', 'base64');
  if (raw.length !== 32) return 'KEY_UNKNOWN';
  const key = publicKeyOf(raw);
  if (key.id !== keyId) return 'KEY_UNKNOWN';
  return isSignedBy(key, pdf, Buffer.from(signature, 'base64')) ? 'VALID' : 'INVALID';
}
