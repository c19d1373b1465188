import { sql, type Kysely } from 'kysely';
import { countStatements } from '../../../src/core/database/index.js';
import { DomainError } from '../../../src/core/errors/index.js';
import {
  encodeCursor,
  keysetPage,
  type Connection,
  type OrderKey,
} from '../../../src/core/graphql/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';

interface Row {
  id: string;
  title: string;
  made_at: Date;
  rank: number | null;
  salary: string;
}
type Tables = { pebbles: Row };

let database: TestDatabase;
let unit: ReturnType<typeof createUnitOfWork>;
let db: Kysely<Tables>;

const id = (n: number): string => `0199d0c4-0000-7000-8000-${String(n).padStart(12, '0')}`;

beforeAll(async () => {
  database = await createTestDatabase();
  unit = createUnitOfWork(database.url);
  db = unit.uow.sql as unknown as Kysely<Tables>;
  await database.pool.query(
    `CREATE TABLE pebbles (id uuid PRIMARY KEY, title text NOT NULL, made_at timestamptz NOT NULL, rank int, salary numeric NOT NULL)`,
  );
  // Many ties, microseconds that a JavaScript Date would lose, and NULLs in a third of the rows.
  await database.pool.query(
    `INSERT INTO pebbles SELECT ('0199d0c4-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
       'pebble ' || (n % 5), timestamptz '2026-11-22 00:00:00+00' + (n / 3) * interval '1 microsecond',
       CASE WHEN n % 3 = 0 THEN NULL ELSE n % 4 END, (n % 7) * 0.1 FROM generate_series(1, 100) n`,
  );
});
afterAll(async () => {
  await unit.close();
  await database.drop();
});

type Key = 'id' | 'title' | 'made_at' | 'rank' | 'salary';
const key = (
  column: Key,
  direction: 'asc' | 'desc',
  type: OrderKey['type'],
  nullable = false,
): OrderKey => ({ column: `pebbles.${column}`, direction, type, nullable });

function page(orderBy: OrderKey[], first: number, after?: string): Promise<Connection<string>> {
  return keysetPage(db.selectFrom('pebbles').select('pebbles.id'), {
    args: { first, after },
    orderBy,
    map: (row) => row.id,
  });
}

async function walk(orderBy: OrderKey[], first: number): Promise<string[]> {
  const seen: string[] = [];
  let after: string | undefined;
  for (;;) {
    const { nodes, pageInfo } = await page(orderBy, first, after);
    seen.push(...nodes);
    expect(pageInfo.hasPreviousPage).toBe(after !== undefined);
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return seen;
    after = pageInfo.endCursor;
  }
}

async function sorted(order: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>(
    `SELECT id FROM pebbles ORDER BY ${order}`,
  );
  return rows.map((row) => row.id);
}

describe('a list read page by page', () => {
  it.each<[string, OrderKey[]]>([
    ['id', [key('id', 'asc', 'uuid')]],
    ['made_at DESC, id DESC', [key('made_at', 'desc', 'timestamptz'), key('id', 'desc', 'uuid')]],
    [
      'title, made_at DESC, id',
      [
        key('title', 'asc', 'text'),
        key('made_at', 'desc', 'timestamptz'),
        key('id', 'asc', 'uuid'),
      ],
    ],
    ['rank DESC NULLS LAST, id', [key('rank', 'desc', 'int', true), key('id', 'asc', 'uuid')]],
    ['rank ASC NULLS LAST, id DESC', [key('rank', 'asc', 'int', true), key('id', 'desc', 'uuid')]],
    [
      'salary DESC, rank NULLS LAST, id',
      [key('salary', 'desc', 'numeric'), key('rank', 'asc', 'int', true), key('id', 'asc', 'uuid')],
    ],
  ])('by %s has every row once, in order', async (order, orderBy) => {
    const expected = await sorted(order);
    expect(expected).toHaveLength(100);
    for (const first of [1, 7, 100]) expect(await walk(orderBy, first)).toEqual(expected);
  });

  it('keeps its place while rows come and go before it', async () => {
    const orderBy = [key('id', 'asc', 'uuid')];
    const { pageInfo } = await page(orderBy, 10);
    await database.pool.query('DELETE FROM pebbles WHERE id IN ($1, $2)', [id(2), id(10)]);
    const next = await page(orderBy, 2, pageInfo.endCursor ?? '');
    expect(next.nodes).toEqual([id(11), id(12)]);
    await database.pool.query(
      `INSERT INTO pebbles SELECT id, 'pebble 0', now(), 1, 0 FROM unnest($1::uuid[]) id`,
      [[id(2), id(10)]],
    );
  });

  it('counts only when asked, and asks one statement for the page', async () => {
    let counted = 0;
    const connection = await keysetPage(db.selectFrom('pebbles').select('pebbles.id'), {
      args: { first: 3 },
      orderBy: [key('id', 'asc', 'uuid')],
      map: (row) => row.id,
      count: async () => {
        counted += 1;
        const row = await db
          .selectFrom('pebbles')
          .select(sql<number>`count(*)::int`.as('n'))
          .executeTakeFirstOrThrow();
        return row.n;
      },
    });
    expect(counted).toBe(0);
    expect(typeof connection.totalCount === 'function' ? await connection.totalCount() : null).toBe(
      100,
    );
  });

  it('costs on a late page what it costs on the first, with an index in that order', async () => {
    await database.pool.query(
      'CREATE TABLE stones AS SELECT n, gen_random_uuid() AS id FROM generate_series(1, 50000) n',
    );
    await database.pool.query('CREATE UNIQUE INDEX ix_stones ON stones (n DESC, id DESC)');
    await database.pool.query('ANALYZE stones');
    const stones = unit.uow.sql as unknown as Kysely<{ stones: { n: number; id: string } }>;
    const order: OrderKey[] = [
      { column: 'stones.n', direction: 'desc', type: 'int' },
      { column: 'stones.id', direction: 'desc', type: 'uuid' },
    ];
    const after = encodeCursor(order, ['40000', id(0)]);
    const { result, statements } = await countStatements(() =>
      keysetPage(stones.selectFrom('stones').select('stones.n'), {
        args: { first: 2, after },
        orderBy: order,
        map: (row) => row.n,
      }),
    );
    expect(result.nodes).toEqual([39_999, 39_998]);
    expect(statements).toHaveLength(1);
    const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN ${statements[0] ?? ''}`,
      ['40000', id(0), 3],
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('Index Cond: (ROW(n, id) <');
    expect(plan).not.toContain('Sort');
  });

  it.each([0, -1, 101, 1.5, Number.NaN])('refuses a page of %s', async (first) => {
    const refused = page([key('id', 'asc', 'uuid')], first);
    await expect(refused).rejects.toBeInstanceOf(DomainError);
    await expect(refused).rejects.toMatchObject({
      code: 'INPUT_OUT_OF_RANGE',
      field: ['first'],
      params: { min: 1, max: 100 },
    });
  });

  it('refuses a cursor of another order', async () => {
    const { pageInfo } = await page([key('id', 'asc', 'uuid')], 5);
    await expect(
      page([key('id', 'desc', 'uuid')], 5, pageInfo.endCursor ?? ''),
    ).rejects.toMatchObject({
      code: 'PAGE_CURSOR_OF_ANOTHER_LIST',
    });
  });

  it('says so when a column that holds NULL was not declared nullable', async () => {
    const orderBy = [key('rank', 'asc', 'int'), key('id', 'asc', 'uuid')];
    await expect(page(orderBy, 100)).rejects.toThrow('pebbles.rank orders a list and holds NULL');
  });

  it('is empty, without cursors, where there is nothing', async () => {
    const connection = await keysetPage(
      db.selectFrom('pebbles').select('pebbles.id').where('pebbles.title', '=', 'none'),
      { args: { first: 5 }, orderBy: [key('id', 'asc', 'uuid')], map: (row) => row.id },
    );
    expect(connection).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      totalCount: null,
    });
  });
});
