import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { databaseUrl, dropLeftovers, ensureTemplate, withClient } from './migrated-template.js';
import { REFERENCE_TABLES } from './reference-data.js';

/** A migrated database of one spec file; nobody else sees it. */
export interface TestDatabase {
  readonly url: string;
  readonly name: string;
  /** Plain connections for setting a scene and for looking at what is really stored. */
  readonly pool: pg.Pool;
  /** Empties every table of our schema, also those a spec made itself and rows that migrations brought; code tables stay. */
  truncateAll(): Promise<void>;
  /** Ends `pool` and drops the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** Address of the test server; `npm test` brings one up and sets it. */
function testServer(): string {
  const server = process.env.TEST_DATABASE_URL;
  if (server) return server;
  throw new Error('TEST_DATABASE_URL is not set. Run specs as: npm test -- path/to/file');
}

/**
 * A fresh clone of the migrated template, far cheaper than migrating; each spec file has its own.
 * Call it in `beforeAll`, `truncateAll` between tests where rows would disturb, `drop` in `afterAll`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = testServer();
  const template = await ensureTemplate(server);
  const worker = process.env.VITEST_POOL_ID ?? '0';
  const name = `gongqiao_test_w${worker}_${randomBytes(6).toString('hex')}`;
  await withClient(server, async (admin) => {
    await dropLeftovers(admin, template);
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
    await admin.query(`COMMENT ON DATABASE "${name}" IS '${new Date().toISOString()}'`);
  });
  const url = databaseUrl(server, name);
  const pool = new pg.Pool({ connectionString: url, max: 4, options: '-c TimeZone=UTC' });
  // Dropping the database ends its idle connections; that is no failure of a test.
  pool.on('error', () => undefined);
  return {
    url,
    name,
    pool,
    async truncateAll() {
      await pool.query(TRUNCATE);
    },
    async drop() {
      await pool.end();
      await withClient(server, (admin) => admin.query(`DROP DATABASE "${name}" WITH (FORCE)`));
    },
  };
}

/** Only tables with rows: emptying costs the same whether there are any, and most tables have none. */
const TRUNCATE = `
SET LOCAL session_replication_role = replica; -- append-only tables refuse even this otherwise
DO $$
DECLARE
  candidate text;
  has_rows boolean;
  filled text[] := '{}';
BEGIN
  FOR candidate IN
    SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
      AND tablename NOT IN (${REFERENCE_TABLES.map((table) => `'${table}'`).join()})
  LOOP
    EXECUTE 'SELECT EXISTS (SELECT 1 FROM ' || candidate || ')' INTO has_rows;
    IF has_rows THEN filled := filled || candidate; END IF;
  END LOOP;
  IF cardinality(filled) > 0 THEN
    EXECUTE 'TRUNCATE ' || array_to_string(filled, ', ') || ' RESTART IDENTITY CASCADE';
  END IF;
END $$`;
