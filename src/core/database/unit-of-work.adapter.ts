import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { currentTransaction } from './running-transaction.js';
import { noteStatement } from './statements.js';

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/**
 * Prisma's PostgreSQL adapter, which also hands the connection of a unit of work's transaction to that unit,
 * so that hand-written SQL runs in the very same transaction, and which counts statements.
 */
export class UnitOfWorkAdapter extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    const executeRaw = adapter.executeRaw.bind(adapter);
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.queryRaw = (query) => (noteStatement(query.sql), queryRaw(query));
    adapter.executeRaw = (query) => (noteStatement(query.sql), executeRaw(query));
    adapter.startTransaction = async (isolation) => {
      noteStatement('BEGIN');
      return observe(await startTransaction(isolation));
    };
    return adapter;
  }
}

/** Counts, queues and closes: the connection must not be used any more once its end is on the way. */
function observe(transaction: Transaction): Transaction {
  const running = currentTransaction.getStore();
  // Prisma opens small transactions of its own too; the unit of work's is the first in its context.
  const unit = running?.connection === null ? running : undefined;
  if (unit) unit.connection = connectionOf(transaction);
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => (unit ? unit.inTurn(work) : work());
  const queryRaw = transaction.queryRaw.bind(transaction);
  const executeRaw = transaction.executeRaw.bind(transaction);
  transaction.queryRaw = (query) => (noteStatement(query.sql), inTurn(() => queryRaw(query)));
  transaction.executeRaw = (query) => {
    noteStatement(query.sql);
    if (query.sql === 'COMMIT' || query.sql === 'ROLLBACK') unit?.close();
    return inTurn(() => executeRaw(query));
  };
  return transaction;
}

function connectionOf(transaction: Transaction): pg.ClientBase {
  const connection: unknown = Reflect.get(transaction, 'client');
  if (!(connection instanceof pg.Client)) {
    throw new Error(
      'The PostgreSQL adapter of Prisma does not keep its connection where it used to',
    );
  }
  return connection;
}
