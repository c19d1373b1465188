import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { Prisma } from '../../generated/prisma/client.js';
import { sqlState } from './prisma-errors.js';

/** Thrown at work that outlived its unit of work: its writes would not belong to it any more. */
export class UnitOfWorkEndedError extends Error {
  constructor() {
    super('This unit of work has ended: something in it was not awaited');
    this.name = 'UnitOfWorkEndedError';
  }
}

/** One open database transaction: its connection, its Prisma client and what must happen when it is over. */
export class RunningTransaction {
  /** Set by the adapter when PostgreSQL has begun the transaction. */
  connection: pg.ClientBase | null = null;
  client: Prisma.TransactionClient | null = null;
  /** The first failure of a unit that joined; makes the whole fail even where somebody caught it. */
  failure: { readonly error: unknown } | null = null;
  /**
   * The statement PostgreSQL refused: until a savepoint is restored it would answer COMMIT with a silent rollback.
   * Kept here because the driver learns of the state only after it has reported the error.
   */
  refusal: { readonly error: unknown } | null = null;
  afterCommit: (() => void)[] = [];
  savepoints = 0;
  private isOpen = true;
  private last: Promise<unknown> = Promise.resolve();

  /** From now on nothing may use the connection: it is about to serve somebody else. */
  close(): void {
    this.isOpen = false;
  }

  get db(): Prisma.TransactionClient {
    if (!this.isOpen || this.client === null) throw new UnitOfWorkEndedError();
    return this.client;
  }

  /** Lets statements of both clients through one after the other, as one connection demands. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work);
    this.last = turn.catch((error: unknown) => {
      if (sqlState(error) !== null) this.refusal ??= { error };
    });
    return this.last.then(() => turn);
  }

  /** Sends one statement over the transaction's own connection. */
  query<Row extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
    return this.inTurn(() => {
      if (!this.isOpen || this.connection === null) throw new UnitOfWorkEndedError();
      return this.connection.query<Row>(config);
    });
  }
}

/** The transaction the present call belongs to. */
export const currentTransaction = new AsyncLocalStorage<RunningTransaction>();
