import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { UnitOfWork } from '../database/index.js';
import { entryHash, type SealedEntry } from './audit-chain.js';
import { AuditRepository } from './audit.repository.js';

const BATCH = 1_000;
const POLL_MS = 400;
const PAUSE_AFTER_ERROR_MS = 2_000;

/**
 * Gives committed entries their numbers without a gap and chains them, about a second behind at most. Runs in every
 * worker; an advisory lock lets one at a time seal, so a worker that dies is replaced by the next at once.
 */
@Injectable()
export class AuditSealer implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Audit');
  private stopping: AbortController | null = null;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: AuditRepository,
    private readonly clock: Clock,
  ) {}

  /** Begins to seal until `stop`. Only the worker process does. */
  start(): void {
    if (this.stopping) return;
    this.stopping = new AbortController();
    this.loop = this.run(this.stopping.signal);
  }

  async stop(): Promise<void> {
    this.stopping?.abort();
    await this.loop;
    this.stopping = null;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** Seals one batch of what is committed; returns how many. None also when another process is sealing. */
  sealOnce(batch = BATCH): Promise<number> {
    return this.uow.run(async () => {
      if (!(await this.repository.claimSealing())) return 0;
      const entries = await this.repository.unsealed(batch);
      if (entries.length === 0) return 0;
      let { sequence, hash } = await this.repository.head();
      const sealedAt = this.clock.now();
      const sealed = entries.map((entry): SealedEntry => {
        const previousHash = hash;
        sequence += 1n;
        hash = entryHash(previousHash, { ...entry, sequence, sealedAt });
        return { ...entry, sequence, previousHash, hash, sealedAt };
      });
      await this.repository.seal(sealed);
      return sealed.length;
    });
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      let pauseMs = POLL_MS;
      try {
        if ((await this.sealOnce()) === BATCH) pauseMs = 0;
      } catch (error) {
        this.logger.error({ message: 'Sealing will be tried again', error });
        pauseMs = PAUSE_AFTER_ERROR_MS;
      }
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
