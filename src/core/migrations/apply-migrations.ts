import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';

/** The lock that `prisma migrate` takes, so that it and we never migrate one database at once. */
const PRISMA_MIGRATE_LOCK = 72_707_369;

const CREATE_JOURNAL = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

/** The database and the migrations of this version do not fit together. */
export class MigrationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationError';
  }
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, as Prisma writes it down. */
  readonly checksum: string;
}

export interface ApplyOptions {
  readonly databaseUrl: string;
  /** Folder of `<stamp>_<name>/migration.sql`. */
  readonly folder: string;
  readonly onApply?: (name: string) => void;
}

/**
 * Brings a database to the newest migration and returns the names of those applied. It keeps Prisma's own
 * journal (`_prisma_migrations`), so `prisma migrate` agrees with it, but needs no engine and takes
 * milliseconds when there is nothing to do. Each migration is one transaction together with its journal
 * row: one that fails leaves nothing behind.
 */
export async function applyMigrations(options: ApplyOptions): Promise<readonly string[]> {
  const migrations = await readMigrations(options.folder);
  const client = new Client({ connectionString: options.databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PRISMA_MIGRATE_LOCK]);
    await client.query('set client_min_messages = warning');
    await client.query(CREATE_JOURNAL);
    const pending = await pendingMigrations(client, migrations);
    for (const migration of pending) {
      options.onApply?.(migration.name);
      await apply(client, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

interface JournalRow {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

async function pendingMigrations(
  client: Client,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const { rows } = await client.query<JournalRow>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  );
  const journal = new Map(rows.map((row) => [row.migration_name, row]));
  for (const row of rows) {
    const known = migrations.find(({ name }) => name === row.migration_name);
    if (known === undefined) {
      throw new MigrationError(
        `The database has the migration ${row.migration_name}, which this version does not know: it was used with a newer version.`,
      );
    }
    if (row.finished_at === null) {
      throw new MigrationError(
        `The migration ${row.migration_name} was begun by another tool and did not finish: see \`npx prisma migrate status\`.`,
      );
    }
    if (known.checksum !== row.checksum) {
      throw new MigrationError(
        `The migration ${row.migration_name} was changed after it had been applied to this database.`,
      );
    }
  }
  return migrations.filter(({ name }) => !journal.has(name));
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`The migration ${name} failed and was undone: ${reason}`, {
      cause: error,
    });
  }
}
