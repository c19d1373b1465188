import { hash as digest } from 'node:crypto';

/** Where the chain of one agreement stood. */
export interface HeadLeaf {
  readonly agreementId: string;
  readonly sequence: number;
  readonly eventHash: string;
}

/** A place of the chain of heads: all agreements that went on since the one before. */
export interface EventHead {
  readonly number: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly leafCount: number;
  readonly keyId: string;
  /** Over `signedText`, in base64. */
  readonly signature: string;
  readonly publishedAt: Date;
}

export const FIRST_PREVIOUS_HEAD = '0'.repeat(64);

/** `sha256(previous head ‖ canonical JSON of number, time and leaves)`, in hexadecimal. */
export function headHash(
  previousHash: string,
  { number, publishedAt }: Pick<EventHead, 'number' | 'publishedAt'>,
  leaves: readonly HeadLeaf[],
): string {
  const ordered = leaves
    .map((leaf) => [leaf.agreementId, leaf.sequence, leaf.eventHash] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const canonical = JSON.stringify([number, publishedAt.toISOString(), ordered]);
  return digest('sha256', previousHash + canonical, 'hex');
}

/** What is signed: a hash alone could be one of something else. */
export function signedText({ number, hash }: Pick<EventHead, 'number' | 'hash'>): Buffer {
  return Buffer.from(`gongqiao agreement head ${String(number)} ${hash}`);
}
