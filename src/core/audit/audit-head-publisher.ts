import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { AppConfig } from '../config/index.js';
import { GENESIS, type ChainHead } from './audit-chain.js';
import { publishHead } from './audit-heads.js';
import { AuditRepository } from './audit.repository.js';

/**
 * Writes the head of the chain to a file and to the log, both outside the database: whoever owns the database could
 * otherwise cut the end of the chain off, or rewrite all of it, unseen.
 */
@Injectable()
export class AuditHeadPublisher {
  readonly file: string;
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly repository: AuditRepository,
    private readonly clock: Clock,
    config: AppConfig,
  ) {
    this.file = join(config.env.DATA_DIR, 'audit-heads.jsonl');
  }

  /** The head that was published, or null while the chain is empty. */
  async publish(): Promise<ChainHead | null> {
    const head = await this.repository.head();
    if (head.sequence === GENESIS.sequence) return null;
    await publishHead(this.file, head, this.clock.now());
    this.logger.log({ message: 'Audit head', sequence: head.sequence.toString(), hash: head.hash });
    return head;
  }
}
