import { z } from 'zod';
import type { ChainedEvent } from '../evidence-chain.js';

/** All that is needed to check one agreement away from the platform, in one file. */
export interface EvidenceBundle {
  readonly format: typeof FORMAT;
  readonly agreementNumber: string;
  /** The sealed PDF, in base64. */
  readonly file: string;
  readonly signature: { readonly keyId: string; readonly signature: string };
  readonly keys: readonly {
    readonly id: string;
    readonly algorithm: string;
    readonly publicKey: string;
  }[];
  readonly events: readonly ChainedEvent[];
}

const FORMAT = 'gongqiao-evidence-1';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const keyId = z.string().regex(/^[0-9a-f]{32}$/);
const word = z.string().max(100);
const event = z.strictObject({
  id: z.uuid(),
  agreementId: z.uuid(),
  sequence: z.int(),
  kind: word,
  actorKind: word,
  actorId: word.nullable(),
  partyPosition: z.int().nullable(),
  networkAddress: word.nullable(),
  documentHash: word.nullable(),
  detail: z.string().max(100_000),
  occurredAt: z.iso.datetime().transform((text) => new Date(text)),
  previousHash: hash,
  hash,
});
const shape = z.object({
  format: z.literal(FORMAT),
  agreementNumber: word,
  file: z.base64(),
  signature: z.object({ keyId, signature: z.base64().max(20_000) }),
  keys: z
    .array(z.object({ id: keyId, algorithm: word, publicKey: z.base64().max(20_000) }))
    .max(100),
  events: z.array(event).max(100_000),
});

export function bundleText(bundle: Omit<EvidenceBundle, 'format'>): string {
  return `${JSON.stringify({ format: FORMAT, ...bundle }, null, 1)}\n`;
}

/** Null when the text is none of ours. */
export function parseBundle(text: string): EvidenceBundle | null {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const publicKeys = z.object({ keys: shape.shape.keys });

/** The keys as the platform publishes them at `/evidence/keys.json`; null when the text is something else. */
export function parsePublicKeys(text: string): EvidenceBundle['keys'] | null {
  try {
    return publicKeys.parse(JSON.parse(text)).keys;
  } catch {
    return null;
  }
}
