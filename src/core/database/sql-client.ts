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
import { sqlState } from './prisma-errors.js';
import { currentTransaction } from './running-transaction.js';
import { sqlTypes } from './sql-types.js';
import { StatementNames } from './statement-names.js';
import { noteStatement } from './statements.js';

const CHANGING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** PostgreSQL refuses a kept statement whose columns have another type since a migration. */
const FEATURE_NOT_SUPPORTED = '0A000';

/** Sends each statement over the open transaction's connection, or over the pool when none is open. */
class CurrentConnection implements DatabaseConnection {
  private readonly names = new StatementNames();

  constructor(private readonly pool: pg.Pool) {}

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    noteStatement(query.sql);
    const name = this.names.nameOf(query.sql);
    const { command, rowCount, rows } = await this.send(query, name).catch((error: unknown) => {
      if (name === undefined || sqlState(error) !== FEATURE_NOT_SUPPORTED) throw error;
      this.names.giveUp(query.sql);
      // In a transaction nothing can be sent after a refusal; the next one does without the name.
      if (currentTransaction.getStore()) throw error;
      return this.send(query, undefined);
    });
    return {
      rows: rows as Row[],
      ...(CHANGING.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }),
    };
  }

  private send(query: CompiledQuery, name: string | undefined): Promise<pg.QueryResult> {
    const statement: pg.QueryConfig = {
      ...(name !== undefined && { name }),
      text: query.sql,
      values: [...query.parameters],
      types: sqlTypes,
    };
    const transaction = currentTransaction.getStore();
    return transaction ? transaction.query(statement) : this.pool.query(statement);
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
