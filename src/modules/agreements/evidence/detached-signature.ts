import { z } from 'zod';

/** What is needed beside the PDF to check it without the platform. */
export interface DetachedSignature {
  readonly algorithm: string;
  readonly keyId: string;
  /** Of the PDF. */
  readonly sha256: string;
  /** Over the bytes of the PDF, in base64. */
  readonly signature: string;
}

const shape = z.object({
  algorithm: z.string().max(40),
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.base64().max(20_000),
});

export function signatureFileText({
  keyId,
  sha256,
  signature,
}: Omit<DetachedSignature, 'algorithm'>): Buffer {
  const content = { algorithm: 'Ed25519', keyId, sha256, signature };
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

/** Null when the text is none of ours. */
export function parseSignatureFile(text: string): DetachedSignature | null {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
