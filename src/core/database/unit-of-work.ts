import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { Kysely } from 'kysely';
import type { DB } from '../../generated/kysely/types.js';
import type { Prisma } from '../../generated/prisma/client.js';
import { isSerializationFailure } from './prisma-errors.js';
import { PrismaService } from './prisma.service.js';
import { currentTransaction, RunningTransaction } from './running-transaction.js';
import { createSql } from './sql-client.js';

/** Prisma client of the current transaction, or the plain one; it has no `$transaction` of its own. */
export type Db = Prisma.TransactionClient;

export interface UnitOptions {
  /** Default: read committed. Only the outermost unit may ask for more. */
  readonly isolation?: 'RepeatableRead' | 'Serializable';
  /** Default: 30 s, the longest a single statement may take. Only the outermost unit's counts. */
  readonly timeoutMs?: number;
}

const RETRIES = 3;
const FIRST_PAUSE_MS = 20;

/**
 * All writes of one business action, together or not at all. Inside `run`, `db` and `sql` speak over the same
 * transaction however deep the call; outside they read over the pool. Nothing external happens inside.
 */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger(UnitOfWork.name);
  private readonly kysely: Kysely<DB>;

  constructor(private readonly prisma: PrismaService) {
    this.kysely = createSql(prisma.pool);
  }

  get db(): Db {
    return currentTransaction.getStore()?.db ?? this.prisma;
  }

  get sql(): Kysely<DB> {
    return this.kysely;
  }

  get isOpen(): boolean {
    return currentTransaction.getStore() !== undefined;
  }

  /**
   * Runs `work` in a transaction, joining an outer one. The outermost unit starts anew (at most three times) when
   * PostgreSQL says that two transactions stood in each other's way, so `work` may run more than once. A unit that
   * joined and failed makes the whole fail, even where its error was caught: use `attempt` for what may fail.
   */
  async run<T>(work: () => Promise<T>, options: UnitOptions = {}): Promise<T> {
    const outer = currentTransaction.getStore();
    if (outer) return this.join(outer, work, options);
    for (let retry = 0; ; retry++) {
      try {
        return await this.runOnce(work, options);
      } catch (error) {
        if (retry >= RETRIES || !isSerializationFailure(error)) throw error;
        // Full jitter: rivals that met once must not meet again.
        await pause(Math.random() * FIRST_PAUSE_MS * 2 ** retry);
      }
    }
  }

  /** A part that may fail alone: its writes and hooks are undone, the rest of the unit goes on. */
  async attempt<T>(work: () => Promise<T>): Promise<T> {
    const transaction = currentTransaction.getStore();
    if (!transaction) return this.run(work);
    const savepoint = `attempt_${++transaction.savepoints}`;
    const { failure } = transaction;
    const hooks = [...transaction.afterCommit];
    await transaction.query({ text: `SAVEPOINT ${savepoint}` });
    try {
      const result = await work();
      if (transaction.failure !== failure) throw transaction.failure?.error;
      this.refuseAborted(transaction);
      await transaction.query({ text: `RELEASE SAVEPOINT ${savepoint}` });
      return result;
    } catch (error) {
      transaction.failure = failure;
      transaction.afterCommit = hooks;
      // What was read is stale for good: only the outermost unit can start anew.
      if (isSerializationFailure(error)) transaction.failure = { error };
      await transaction.query({ text: `ROLLBACK TO SAVEPOINT ${savepoint}` });
      transaction.refusal = null;
      throw error;
    }
  }

  /** Runs `work` when the outermost unit has committed, at once when none is open, never after a rollback. */
  afterCommit(work: () => void): void {
    const transaction = currentTransaction.getStore();
    if (transaction) transaction.afterCommit.push(work);
    else work();
  }

  private async join<T>(
    outer: RunningTransaction,
    work: () => Promise<T>,
    { isolation }: UnitOptions,
  ): Promise<T> {
    if (isolation) throw new Error('Only the outermost unit of work can choose its isolation');
    void outer.db; // refuses work that outlived its unit
    try {
      return await work();
    } catch (error) {
      outer.failure ??= { error };
      throw error;
    }
  }

  private async runOnce<T>(work: () => Promise<T>, options: UnitOptions): Promise<T> {
    const { isolation, timeoutMs } = options;
    const transaction = new RunningTransaction();
    const result = await currentTransaction.run(transaction, () =>
      this.prisma.$transaction(
        async (client) => {
          transaction.client = client;
          const result = await work();
          if (transaction.failure) throw transaction.failure.error;
          this.refuseAborted(transaction);
          return result;
        },
        {
          ...(isolation && { isolationLevel: isolation }),
          ...(timeoutMs !== undefined && { timeout: timeoutMs }),
        },
      ),
    );
    for (const hook of transaction.afterCommit) this.runHook(hook);
    return result;
  }

  /** A refused statement that somebody swallowed: COMMIT would roll back without a word. */
  private refuseAborted(transaction: RunningTransaction): void {
    if (transaction.refusal === null) return;
    throw new Error('A statement of this unit of work failed and its error was caught', {
      cause: transaction.refusal.error,
    });
  }

  /** The action is done whatever happens here; what must not be lost belongs into the outbox. */
  private runHook(hook: () => void): void {
    try {
      hook();
    } catch (error) {
      this.logger.error('Work after a commit failed', error instanceof Error ? error.stack : error);
    }
  }
}
