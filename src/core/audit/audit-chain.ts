import { createHash } from 'node:crypto';

/** One sealed entry, every column of it: what is not hashed could be changed unseen. */
export interface SealedEntry {
  readonly id: string;
  readonly action: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  /** As PostgreSQL writes `jsonb`, which has one form for one value and loses no digits. */
  readonly detail: string;
  readonly requestId: string;
  readonly occurredAt: Date;
  readonly sequence: bigint;
  readonly previousHash: string;
  readonly hash: string;
  readonly sealedAt: Date;
}

/** A place in the chain and what stood there. */
export interface ChainHead {
  readonly sequence: bigint;
  readonly hash: string;
}

/** What the first entry follows. */
export const GENESIS: ChainHead = { sequence: 0n, hash: '0'.repeat(64) };

/** `sha256(previous hash ‖ canonical JSON of the entry)`, in hexadecimal. */
export function entryHash(
  previousHash: string,
  entry: Omit<SealedEntry, 'previousHash' | 'hash'>,
): string {
  const canonical = JSON.stringify([
    entry.sequence.toString(),
    entry.id,
    entry.action,
    entry.actorKind,
    entry.actorId,
    entry.subjectType,
    entry.subjectId,
    entry.detail,
    entry.requestId,
    entry.occurredAt.toISOString(),
    entry.sealedAt.toISOString(),
  ]);
  return createHash('sha256').update(previousHash).update(canonical).digest('hex');
}

export type ChainFault =
  /** The entry of this number is gone. */
  | 'MISSING'
  /** The entry is not what was sealed. */
  | 'CHANGED'
  /** The chain ends before a head that was published, or holds another entry there. */
  | 'NOT_AS_PUBLISHED';

export interface BadEntry {
  readonly fault: ChainFault;
  readonly sequence: bigint;
  /** Null where no entry is left. */
  readonly entryId: string | null;
}

/** Follows the chain entry by entry and remembers the first that does not fit. */
export class ChainWalk {
  private last: ChainHead = GENESIS;
  private found: BadEntry | null = null;
  private readonly published: ChainHead[];

  constructor(published: readonly ChainHead[]) {
    this.published = [...published].sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
  }

  get firstBad(): BadEntry | null {
    return this.found;
  }

  /** The last entry that fits. */
  get head(): ChainHead {
    return this.last;
  }

  /** Takes the next entry by number; false when it does not fit, and then the walk is over. */
  step(entry: SealedEntry): boolean {
    const expected = this.last.sequence + 1n;
    if (entry.sequence !== expected) return this.fail('MISSING', expected, null);
    if (
      entry.previousHash !== this.last.hash ||
      entry.hash !== entryHash(entry.previousHash, entry)
    ) {
      return this.fail('CHANGED', expected, entry.id);
    }
    for (let head = this.published[0]; head?.sequence === expected; head = this.published[0]) {
      if (head.hash !== entry.hash) return this.fail('NOT_AS_PUBLISHED', expected, entry.id);
      this.published.shift();
    }
    this.last = { sequence: entry.sequence, hash: entry.hash };
    return true;
  }

  /** Says that there are no more entries: every published head must have been passed. */
  end(): void {
    if (this.found === null && this.published.length > 0) {
      this.fail('NOT_AS_PUBLISHED', this.last.sequence + 1n, null);
    }
  }

  private fail(fault: ChainFault, sequence: bigint, entryId: string | null): false {
    this.found = { fault, sequence, entryId };
    return false;
  }
}
