import { createTestDatabase } from '../../support/database.js';

const ENTRY = `INSERT INTO audit_entries (id, action, actor_kind, request_id, occurred_at)
  VALUES (gen_random_uuid(), 'a', 'SYSTEM', 'r', now())`;
const COUNTS = `SELECT (SELECT count(*)::int FROM audit_entries) AS entries,
  (SELECT count(*)::int FROM installation_facts) AS facts,
  (SELECT count(*) > 0 FROM "_prisma_migrations") AS migrated`;

it('gives each caller a migrated database of his own and empties it, append-only tables too', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await one.pool.query(ENTRY);
  await one.pool.query("INSERT INTO installation_facts (name, value) VALUES ('a', '1')");
  expect((await one.pool.query(COUNTS)).rows).toEqual([{ entries: 1, facts: 1, migrated: true }]);
  expect((await other.pool.query(COUNTS)).rows).toEqual([{ entries: 0, facts: 0, migrated: true }]);

  await one.truncateAll();
  expect((await one.pool.query(COUNTS)).rows).toEqual([{ entries: 0, facts: 0, migrated: true }]);

  const remaining = async (): Promise<number> => {
    const { rowCount } = await other.pool.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      one.name,
    ]);
    return rowCount ?? -1;
  };
  expect(await remaining()).toBe(1);
  await one.drop();
  expect(await remaining()).toBe(0);
  await other.drop();
});

it('is refused where nothing may be deleted, so the emptying above proves something', async () => {
  const database = await createTestDatabase();
  await database.pool.query(ENTRY);
  await expect(database.pool.query('DELETE FROM audit_entries')).rejects.toThrow();
  await database.drop();
});
