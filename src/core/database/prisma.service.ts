import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { PrismaClient } from '../../generated/prisma/client.js';
import { AppConfig } from '../config/index.js';
import { CONNECT_TIMEOUT_MS, createPool, STATEMENT_TIMEOUT_MS } from './database-pool.js';
import { UnitOfWorkAdapter } from './unit-of-work.adapter.js';

const CLOSE_TIMEOUT_MS = 5_000;

/**
 * The Prisma client and the connection pool below it. Repositories do not inject it: they use `UnitOfWork`,
 * which knows whether a transaction is open.
 */
@Injectable()
export class PrismaService extends PrismaClient implements OnApplicationShutdown {
  readonly pool: pg.Pool;

  constructor(config: AppConfig) {
    const pool = createPool({
      connectionString: config.env.DATABASE_URL,
      size: config.env.DATABASE_POOL_SIZE,
    });
    super({
      adapter: new UnitOfWorkAdapter(pool),
      transactionOptions: { maxWait: CONNECT_TIMEOUT_MS, timeout: STATEMENT_TIMEOUT_MS },
    });
    this.pool = pool;
    const logger = new Logger(PrismaService.name);
    // The pool replaces a connection that broke while idle; unheard, the event would end the process.
    pool.on('error', (error) => logger.warn(`An idle database connection broke: ${error.message}`));
  }

  /** Last of all: processors and requests have been told to stop before and may still be writing. */
  async onApplicationShutdown(): Promise<void> {
    await this.$disconnect();
    const deadline = new Promise((resolve) => setTimeout(resolve, CLOSE_TIMEOUT_MS).unref());
    await Promise.race([this.pool.end(), deadline]);
  }
}
