import { Injectable } from '@nestjs/common';
import type { ChainHead } from '../../../core/audit/index.js';
import { FIRST_PREVIOUS_HEAD, headHash, signedText, type EventHead } from './event-head.js';
import { EventHeadsRepository } from './event-heads.repository.js';
import { EvidenceSigner } from './evidence-signer.port.js';

export type HeadFault =
  /** It, or one of the agreements it names, is not what was published. */
  | 'CHANGED'
  | 'MISSING'
  | 'SIGNATURE_INVALID'
  | 'KEY_UNKNOWN'
  /** It is not the one that was written outside the database. */
  | 'NOT_AS_PUBLISHED';

export interface BadHead {
  readonly number: number;
  readonly fault: HeadFault;
}

export interface HeadsVerdict {
  readonly firstBad: BadHead | null;
  readonly checkedCount: number;
}

const BATCH = 200;

/** Follows the chain of daily heads, with all their leaves and signatures, against those published outside. */
@Injectable()
export class EventHeadVerifier {
  constructor(
    private readonly heads: EventHeadsRepository,
    private readonly signer: EvidenceSigner,
  ) {}

  async verifyHeads(published: readonly ChainHead[]): Promise<HeadsVerdict> {
    const outside = new Map(published.map(({ sequence, hash }) => [Number(sequence), hash]));
    let previous: Pick<EventHead, 'number' | 'hash'> = { number: 0, hash: FIRST_PREVIOUS_HEAD };
    for (;;) {
      const heads = await this.heads.listAfter(previous.number, BATCH);
      for (const head of heads) {
        const fault = await this.faultOf(head, previous, outside);
        if (fault) return { firstBad: fault, checkedCount: previous.number };
        previous = head;
      }
      if (heads.length < BATCH) break;
    }
    const last = Math.max(0, ...outside.keys());
    const isCutOff = last > previous.number;
    const firstBad = isCutOff ? ({ number: previous.number + 1, fault: 'MISSING' } as const) : null;
    return { firstBad, checkedCount: previous.number };
  }

  private async faultOf(
    head: EventHead,
    previous: Pick<EventHead, 'number' | 'hash'>,
    outside: ReadonlyMap<number, string>,
  ): Promise<BadHead | null> {
    const number = previous.number + 1;
    if (head.number !== number) return { number, fault: 'MISSING' };
    const leaves = await this.heads.leavesOf(number);
    const isWhole =
      head.previousHash === previous.hash && head.hash === headHash(previous.hash, head, leaves);
    if (!isWhole) return { number, fault: 'CHANGED' };
    if ((outside.get(number) ?? head.hash) !== head.hash) {
      return { number, fault: 'NOT_AS_PUBLISHED' };
    }
    const signature = Buffer.from(head.signature, 'base64');
    const check = await this.signer.check(head.keyId, signedText(head), signature);
    if (check === 'VALID') return null;
    return { number, fault: check === 'INVALID' ? 'SIGNATURE_INVALID' : 'KEY_UNKNOWN' };
  }
}
