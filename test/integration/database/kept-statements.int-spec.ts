import { sql } from 'kysely';
import type { UnitOfWork } from '../../../src/core/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';

let database: TestDatabase;
let uow: UnitOfWork;
let close: () => Promise<void>;

// One connection, so that it sees every statement.
beforeAll(async () => {
  database = await createTestDatabase();
  ({ uow, close } = createUnitOfWork(database.url, 1));
});

afterAll(async () => {
  await close();
  await database.drop();
});

/** Often enough for every statement to be kept. */
async function often<T>(work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < 8; i++) results.push(await work());
  return results;
}

const keptLike = async (pattern: string): Promise<number> => {
  const { rows } = await sql<{ kept: number }>`
    select count(*)::int as kept from pg_prepared_statements
    where statement like ${pattern} and statement not like '%pg_prepared_statements%'
  `.execute(uow.sql);
  return rows[0]?.kept ?? 0;
};

describe('statements that come again', () => {
  it('are kept by the connection and answer the same', async () => {
    const answers = await often(async () => {
      const { rows } = await sql<{ sum: number }>`select ${1}::int + 41 as sum`.execute(uow.sql);
      return rows[0]?.sum;
    });
    expect(answers).toEqual(Array(8).fill(42));
    expect(await keptLike('select $1::int + 41%')).toBe(1);
  });

  it('are sent as they are when a migration changed what they return', async () => {
    await sql`create table kept_sample (id int, content int)`.execute(uow.sql);
    await sql`insert into kept_sample values (1, 7)`.execute(uow.sql);
    const read = async (): Promise<unknown> => {
      const { rows } = await sql<{ content: unknown }>`
        select content from kept_sample where id = ${1}
      `.execute(uow.sql);
      return rows[0]?.content;
    };
    expect(await often(read)).toEqual(Array(8).fill(7));
    await sql`alter table kept_sample alter column content type text`.execute(uow.sql);
    expect(await often(read)).toEqual(Array(8).fill('7'));
  });

  it('fail a unit of work once after such a migration, and not the next one', async () => {
    await sql`create table kept_other (content int)`.execute(uow.sql);
    const read = (): Promise<unknown> =>
      uow.run(() => sql`select content from kept_other`.execute(uow.sql).then(({ rows }) => rows));
    await often(read);
    await sql`alter table kept_other alter column content type text`.execute(uow.sql);
    await expect(read()).rejects.toThrow('cached plan must not change result type');
    expect(await read()).toEqual([]);
  });
});
