import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';
import { loadReferenceData, referenceDataChecksum } from './reference-data.js';

const FOLDER = resolve(import.meta.dirname, '../../prisma/migrations');
/** Held while the template is built, so that it is built once however many workers start at once. */
const TEMPLATE_LOCK = 7_140_281_003;

/** Prisma's own table, as its engine makes it. */
const BOOKKEEPING = `CREATE TABLE "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

interface Migration {
  readonly name: string;
  readonly script: string;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names
      .sort((left, right) => left.localeCompare(right))
      .map(async (name) => ({
        name,
        script: await readFile(resolve(FOLDER, name, 'migration.sql'), 'utf8'),
      })),
  );
}

/** Applies what `prisma migrate deploy` would, and leaves the same rows behind. */
async function migrate(database: pg.Client, migrations: readonly Migration[]): Promise<void> {
  await database.query(BOOKKEEPING);
  for (const { name, script } of migrations) {
    try {
      await database.query(script);
    } catch (error) {
      throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
    }
    await database.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), sha256(script), name],
    );
  }
}

export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

export async function withClient<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function exists(admin: pg.Client, database: string): Promise<boolean> {
  const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  return found.rows.length === 1;
}

/** Builds under another name first: whoever sees the template sees all of it. */
async function build(server: string, admin: pg.Client, name: string, all: Migration[]) {
  const draft = `${name}_draft`;
  await admin.query(`DROP DATABASE IF EXISTS "${draft}" WITH (FORCE)`);
  await admin.query(`CREATE DATABASE "${draft}"`);
  await withClient(databaseUrl(server, draft), (database) => migrate(database, all));
  await loadReferenceData(databaseUrl(server, draft));
  await admin.query(`ALTER DATABASE "${draft}" RENAME TO "${name}"`);
  await admin.query(`COMMENT ON DATABASE "${name}" IS '${new Date().toISOString()}'`);
}

/** Name of a database with all migrations and the code tables, made on first use for these very files. */
export async function ensureTemplate(server: string): Promise<string> {
  const migrations = await readMigrations();
  const contents = JSON.stringify([migrations, await referenceDataChecksum()]);
  const name = `gongqiao_template_${sha256(contents).slice(0, 16)}`;
  await withClient(server, async (admin) => {
    if (await exists(admin, name)) return;
    await admin.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    if (!(await exists(admin, name))) await build(server, admin, name, migrations);
  });
  return name;
}

/** Drops what runs that were killed left behind: clones after two hours, older templates after a day. */
export async function dropLeftovers(admin: pg.Client, template: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(
    `SELECT datname FROM pg_database
     WHERE datname ~ '^gongqiao_(test|template)_' AND datname <> $1
       AND shobj_description(oid, 'pg_database')::timestamptz
         < now() - CASE WHEN datname ~ '^gongqiao_test_' THEN interval '2 hours' ELSE interval '1 day' END
     LIMIT 5`,
    [template],
  );
  for (const { datname } of rows) {
    await admin.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  }
}
