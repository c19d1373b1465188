import { z } from 'zod';

/**
 * What a sealed file says of itself to programs: with the hashes of all events, each can be told from any other although
 * somebody calculated the whole chain anew. It stands in the document information and is covered by the signature.
 */
export interface EvidenceManifest {
  readonly number: string;
  readonly agreementId: string;
  readonly textHash: string;
  readonly keyId: string;
  readonly events: readonly string[];
}

export const MANIFEST_ENTRY = 'GongqiaoEvidence';

const ENTRY = new RegExp(`/${MANIFEST_ENTRY} (\\d{1,7}) 0 R`);

const HASH = z.string().regex(/^[0-9a-f]{64}$/);
const manifest = z.object({
  number: z.string().max(60),
  agreementId: z.uuid(),
  textHash: HASH,
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  events: z.array(HASH).max(100_000),
});

export function manifestText({ number, agreementId, textHash, keyId, events }: EvidenceManifest) {
  const text = JSON.stringify({ number, agreementId, textHash, keyId, events });
  if (!/^[\x20-\x7e]*$/.test(text)) throw new TypeError('A manifest is plain ASCII');
  return text;
}

/** The manifest of a sealed file; null when there is none that can be read. */
export function manifestOf(file: Buffer): EvidenceManifest | null {
  const text = file.toString('latin1');
  const [, object] = ENTRY.exec(text) ?? [];
  if (object === undefined) return null;
  // Brackets of the JSON are square or curly; a round one ends the text.
  const [, found] = new RegExp(`\\n${object} 0 obj\\n\\(([^)]*)\\)\\nendobj`).exec(text) ?? [];
  if (found === undefined) return null;
  try {
    return manifest.parse(JSON.parse(found));
  } catch {
    return null;
  }
}
