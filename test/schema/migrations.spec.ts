import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const ROOT = resolve(import.meta.dirname, '../..');
const SNAKE_CASE = '^[a-z][a-z0-9]*(_[a-z0-9]+)*$';
/** Constraint types of pg_constraint, each with the prefix its name must have. */
const PREFIXES = { p: 'pk_', u: 'uq_', f: 'fk_', c: 'ck_', x: 'ex_' } as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

interface Ended {
  readonly exitCode: number;
  readonly output: string;
}

function prisma(url: string, ...args: readonly string[]): Promise<Ended> {
  const program = resolve(ROOT, 'node_modules/prisma/build/index.js');
  const { PRISMA_SCHEMA_ENGINE_BINARY: _, ...env } = process.env;
  return new Promise((done) => {
    execFile(
      process.execPath,
      [program, ...args],
      { cwd: ROOT, env: { ...env, NODE_OPTIONS: '', DATABASE_URL: url } },
      (error, stdout, stderr) =>
        done({ exitCode: Number(error?.code ?? 0), output: `${stdout}\n${stderr}` }),
    );
  });
}

/** The first column of every row, as one list; a spec then says which rows must not exist. */
async function names(query: string, values: readonly unknown[] = []): Promise<unknown[]> {
  const { rows } = await database.pool.query<unknown[], unknown[]>({
    text: query,
    values: [...values],
    rowMode: 'array',
  });
  return rows.map(([name]) => name);
}

describe('the migrated database', () => {
  it('has exactly the tables, columns, nullability and enums of the Prisma schema', async () => {
    const ended = await prisma(
      database.url,
      ...['migrate', 'diff', '--exit-code'],
      ...['--from-config-datasource', '--to-schema', 'prisma/schema'],
    );
    expect(ended.output).toContain('No difference detected');
    expect(ended.exitCode).toBe(0);
  }, 60_000);

  it('differs when a column changes its nullability (the comparison above can fail)', async () => {
    const other = await createTestDatabase();
    await other.pool.query('ALTER TABLE installation_facts ALTER COLUMN value DROP NOT NULL');
    const ended = await prisma(
      other.url,
      ...['migrate', 'diff', '--exit-code'],
      ...['--from-config-datasource', '--to-schema', 'prisma/schema'],
    );
    await other.drop();
    expect(ended.output).toContain('installation_facts');
    expect(ended.exitCode).toBe(2);
  }, 60_000);

  it('counts as up to date for Prisma Migrate, which would apply the very same scripts', async () => {
    const ended = await prisma(database.url, 'migrate', 'status');
    expect(ended.output).toContain('Database schema is up to date!');
    expect(ended.exitCode).toBe(0);
  }, 60_000);
});

describe('names', () => {
  it('of tables and columns are snake_case', async () => {
    const wrong = await names(
      `SELECT format('%s.%s', table_name, column_name) FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
         AND NOT (table_name ~ $1 AND column_name ~ $1)`,
      [SNAKE_CASE],
    );
    expect(wrong).toEqual([]);
  });

  it('of enum types and their labels are snake_case', async () => {
    const wrong = await names(
      `SELECT format('%s.%s', typname, enumlabel) FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid
       WHERE typnamespace = 'public'::regnamespace AND NOT (typname ~ $1 AND enumlabel ~ $1)`,
      [SNAKE_CASE],
    );
    expect(wrong).toEqual([]);
  });

  it('of constraints were chosen by us and begin with what they are', async () => {
    const wrong = await names(
      `SELECT format('%s on %s', conname, conrelid::regclass) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f', 'c', 'x')
         AND conrelid <> '_prisma_migrations'::regclass
         AND NOT starts_with(conname, $1::jsonb ->> contype::text)`,
      [JSON.stringify(PREFIXES)],
    );
    expect(wrong).toEqual([]);
  });

  it('of indexes begin with uq_ when they forbid a second row and with ix_ otherwise', async () => {
    const wrong = await names(
      `SELECT format('%s on %s', indexrelid::regclass, indrelid::regclass) FROM pg_index
       JOIN pg_class ON pg_class.oid = indexrelid
       WHERE relnamespace = 'public'::regnamespace
         AND indrelid <> '_prisma_migrations'::regclass
         AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND contype <> 'f')
         AND NOT starts_with(relname, CASE WHEN indisunique THEN 'uq_' ELSE 'ix_' END)`,
    );
    expect(wrong).toEqual([]);
  });

  it('fit into the 63 bytes PostgreSQL keeps', async () => {
    const wrong = await names(
      `SELECT conname FROM pg_constraint WHERE octet_length(conname) > 62
         AND connamespace = 'public'::regnamespace
       UNION ALL
       SELECT relname FROM pg_class WHERE octet_length(relname) > 62
         AND relnamespace = 'public'::regnamespace`,
    );
    expect(wrong).toEqual([]);
  });
});

describe('foreign keys', () => {
  it('have an index that begins with their columns', async () => {
    const wrong = await names(
      `SELECT format('%s on %s', conname, conrelid::regclass) FROM pg_constraint
       WHERE contype = 'f' AND connamespace = 'public'::regnamespace
         AND NOT EXISTS (
           SELECT 1 FROM pg_index
           JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
           WHERE indrelid = conrelid
             AND (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey
             -- Rows that point nowhere need no index.
             AND (indpred IS NULL
               OR pg_get_expr(indpred, indrelid) = format('(%I IS NOT NULL)', attname)))`,
    );
    expect(wrong).toEqual([]);
  });

  it('say what happens on deletion: restrict, cascade or set null', async () => {
    const wrong = await names(
      `SELECT format('%s on %s', conname, conrelid::regclass) FROM pg_constraint
       WHERE contype = 'f' AND connamespace = 'public'::regnamespace
         AND confdeltype NOT IN ('r', 'c', 'n')`,
    );
    expect(wrong).toEqual([]);
  });
});
