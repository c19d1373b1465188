import pg from 'pg';

export interface PoolSettings {
  readonly connectionString: string;
  readonly size: number;
}

/** Nothing may hold the database for longer; longer work is cut into tasks. */
export const STATEMENT_TIMEOUT_MS = 30_000;
export const LOCK_TIMEOUT_MS = 10_000;
export const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;
export const CONNECT_TIMEOUT_MS = 10_000;

/** The one pool of the process, shared by Prisma and hand-written SQL. */
export function createPool({ connectionString, size }: PoolSettings): pg.Pool {
  return new pg.Pool({
    connectionString,
    max: size,
    application_name: 'gongqiao',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    // Prisma's adapter writes and reads instants without their offset and means UTC.
    options: '-c TimeZone=UTC',
  });
}
