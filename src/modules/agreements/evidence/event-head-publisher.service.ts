import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { publishHead, readPublishedHeads } from '../../../core/audit/index.js';
import { Clock } from '../../../core/clock/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { FIRST_PREVIOUS_HEAD, headHash, signedText, type EventHead } from './event-head.js';
import { EventHeadsRepository } from './event-heads.repository.js';
import { EvidenceSigner } from './evidence-signer.port.js';

const BATCH = 1_000;

/**
 * Fixes every day where the chains of all agreements stand, signs it, and writes it to a file and to the log, outside the
 * database: whoever owns the database could otherwise cut a chain off, or calculate it anew, unseen.
 */
@Injectable()
export class EventHeadPublisher {
  readonly file: string;
  private readonly logger = new Logger('AgreementEvidence');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly heads: EventHeadsRepository,
    private readonly signer: EvidenceSigner,
    private readonly clock: Clock,
    config: AppConfig,
  ) {
    this.file = join(config.env.DATA_DIR, 'agreement-heads.jsonl');
  }

  /** The head that was made, or null when no agreement went on. Also puts right what an earlier run left unpublished. */
  async publish(): Promise<EventHead | null> {
    const head = await this.uow.run(() => this.make(), { timeoutMs: 240_000 });
    await this.writeOut();
    return head;
  }

  private async make(): Promise<EventHead | null> {
    await this.heads.claimPublishing();
    const leaves = await this.heads.moved();
    if (leaves.length === 0) return null;
    const last = await this.heads.last();
    const previousHash = last?.hash ?? FIRST_PREVIOUS_HEAD;
    const place = { number: (last?.number ?? 0) + 1, publishedAt: this.clock.now() };
    const hash = headHash(previousHash, place, leaves);
    const signature = await this.signer.sign(signedText({ ...place, hash }));
    const head: EventHead = {
      ...place,
      previousHash,
      hash,
      leafCount: leaves.length,
      keyId: this.signer.keyId,
      signature: signature.toString('base64'),
    };
    await this.heads.insert(head, leaves);
    return head;
  }

  private async writeOut(): Promise<void> {
    const published = await readPublishedHeads(this.file);
    let number = published.reduce((last, head) => Math.max(last, Number(head.sequence)), 0);
    for (;;) {
      const heads = await this.heads.listAfter(number, BATCH);
      for (const head of heads) {
        const { hash, publishedAt } = head;
        await publishHead(this.file, { sequence: BigInt(head.number), hash }, publishedAt);
        this.logger.log({ message: 'Agreement head', number: head.number, hash });
        number = head.number;
      }
      if (heads.length < BATCH) return;
    }
  }
}
