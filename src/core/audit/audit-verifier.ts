import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { ChainWalk, type BadEntry, type ChainHead } from './audit-chain.js';
import { AuditRepository } from './audit.repository.js';

export interface AuditVerdict {
  /** Null when every entry is as it was sealed and every published head still stands. */
  readonly firstBad: BadEntry | null;
  readonly checkedCount: number;
  /** The last entry that fits. */
  readonly head: ChainHead;
  /** Entries older than a minute without a place in the chain: the sealer does not run, or someone unsealed them. */
  readonly overdueCount: number;
}

const BATCH = 5_000;
const OVERDUE_AFTER_MS = 60_000;

/** Checks the whole chain against itself and against heads that were published outside the database. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly repository: AuditRepository,
    private readonly clock: Clock,
  ) {}

  async verifyAudit(
    published: readonly ChainHead[],
    onProgress?: (checkedCount: number) => void,
  ): Promise<AuditVerdict> {
    const walk = new ChainWalk(published);
    let checkedCount = 0;
    let after = -(2n ** 62n);
    for (;;) {
      const entries = await this.repository.sealedAfter(after, BATCH);
      for (const entry of entries) {
        checkedCount += 1;
        if (!walk.step(entry)) break;
      }
      onProgress?.(checkedCount);
      after = entries.at(-1)?.sequence ?? after;
      if (walk.firstBad || entries.length < BATCH) break;
    }
    walk.end();
    const { firstBad, head } = walk;
    const overdue = new Date(this.clock.now().getTime() - OVERDUE_AFTER_MS);
    const overdueCount = await this.repository.countUnsealedBefore(overdue);
    return { firstBad, checkedCount, head, overdueCount };
  }
}
