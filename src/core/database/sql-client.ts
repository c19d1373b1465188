import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import type { DB } from '../../generated/kysely/types.js';
import { currentTransaction } from './running-transaction.js';
import { sqlTypes } from './sql-types.js';
import { noteStatement } from './statements.js';

const CHANGING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Sends each statement over the open transaction's connection, or over the pool when none is open. */
class CurrentConnection implements DatabaseConnection {
  constructor(private readonly pool: pg.Pool) {}

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = { text: query.sql, values: [...query.parameters], types: sqlTypes };
    noteStatement(query.sql);
    const transaction = currentTransaction.getStore();
    const { command, rowCount, rows } = transaction
      ? await transaction.query(statement)
      : await this.pool.query(statement);
    return {
      rows: rows as Row[],
      ...(CHANGING.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }),
    };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Rows are not streamed: page through them by key');
  }
}

class CurrentConnectionDriver implements Driver {
  private readonly connection: CurrentConnection;

  constructor(pool: pg.Pool) {
    this.connection = new CurrentConnection(pool);
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.connection);
  }

  beginTransaction(): Promise<void> {
    return Promise.reject(new Error('Transactions are opened by UnitOfWork.run'));
  }

  async init(): Promise<void> {}
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

/** Hand-written SQL over the pool of the process; closing the pool is not its business. */
export function createSql(pool: pg.Pool): Kysely<DB> {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new CurrentConnectionDriver(pool),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
