import { sql } from 'kysely';
import { enumLabel, enumName, type UnitOfWork } from '../../../src/core/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';

const INSTANT = new Date('2026-02-28T23:59:59.999Z');
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const OTHER_ID = '01890a5d-ac96-774b-bcce-b302099a8058';

/** Expression, and the value every client must read from it. */
const values: readonly (readonly [string, unknown])[] = [
  ["'text'::text", 'text'],
  ["'varying'::varchar(20)", 'varying'],
  ["'苏州'::text", '苏州'],
  ["'0'::text", '0'],
  ['true', true],
  ['7::smallint', 7],
  ['(-2147483648)::int', -2_147_483_648],
  ['9223372036854775807::bigint', 9_223_372_036_854_775_807n],
  ['0::bigint', 0n],
  ['count(*)', 1n],
  ['count(*)::int', 1],
  ['sum(3::int)', 3n],
  ['1.5::double precision', 1.5],
  ['12345678901234567890.120::numeric', '12345678901234567890.120'],
  [`'${INSTANT.toISOString()}'::timestamptz`, INSTANT],
  ["'2026-03-01T07:59:59.999+08:00'::timestamptz(3)", INSTANT],
  ["'2026-02-28T23:59:59Z'::timestamptz", new Date('2026-02-28T23:59:59Z')],
  ["'2026-02-28T23:59:59.9Z'::timestamptz", new Date('2026-02-28T23:59:59.900Z')],
  ["'2026-02-28T23:59:59.999999Z'::timestamptz", INSTANT],
  ["'0001-01-01T00:00:00Z'::timestamptz", new Date('0001-01-01T00:00:00Z')],
  ["'2026-02-28'::date", '2026-02-28'],
  ["'0001-01-01'::date", '0001-01-01'],
  ["'08:30:00'::time", '08:30:00'],
  ["'1 day 2 hours'::interval", '1 day 02:00:00'],
  [`'${ID}'::uuid`, ID],
  ["'\\x00ff10'::bytea", Buffer.from([0x00, 0xff, 0x10])],
  [`'{"a":[1,null,"x"],"n":1.5}'::jsonb`, { a: [1, null, 'x'], n: 1.5 }],
  ["'[1,2]'::jsonb", [1, 2]],
  [`'"word"'::jsonb`, 'word'],
  ["'null'::jsonb", null],
  ["'awaiting_upload'::stored_file_state", 'awaiting_upload'],
  [`ARRAY['${ID}','${OTHER_ID}']::uuid[]`, [ID, OTHER_ID]],
  [`ARRAY['a,b','{c}',NULL,'"']::text[]`, ['a,b', '{c}', null, '"']],
  ["'{}'::text[]", []],
  [`ARRAY['${ID}',NULL]::uuid[]`, [ID, null]],
  ["'{}'::uuid[]", []],
  ["ARRAY['NULL','null','annulled']::text[]", ['NULL', 'null', 'annulled']],
  ["ARRAY['','苏州']::text[]", ['', '苏州']],
  ['ARRAY[1,2]::int[]', [1, 2]],
  ['ARRAY[9223372036854775807,NULL]::bigint[]', [9_223_372_036_854_775_807n, null]],
  ['ARRAY[1.10,2]::numeric[]', ['1.10', '2']],
  ["ARRAY['2026-02-28']::date[]", ['2026-02-28']],
  [`ARRAY['${INSTANT.toISOString()}']::timestamptz[]`, [INSTANT]],
  ["ARRAY['stored','attached']::stored_file_state[]", ['stored', 'attached']],
  ["'{}'::stored_file_state[]", []],
  [
    'ARRAY[[1,2],[3,4]]::bigint[]',
    [
      [1n, 2n],
      [3n, 4n],
    ],
  ],
  ['NULL::bigint', null],
  ['NULL::date', null],
  ['NULL::text[]', null],
];

let database: TestDatabase;
let uow: UnitOfWork;
let close: () => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ uow, close } = createUnitOfWork(database.url));
});
afterAll(async () => {
  await close();
  await database.drop();
});

const read = async (expression: string): Promise<unknown> => {
  const { rows } = await sql<{ value: unknown }>`SELECT ${sql.raw(expression)} AS value`.execute(
    uow.sql,
  );
  expect(rows).toHaveLength(1);
  return rows[0]?.value;
};

describe('a row of hand-written SQL', () => {
  it.each(values)(
    'reads %s the same inside a unit of work and outside',
    async (expression, value) => {
      expect(await read(expression)).toStrictEqual(value);
      expect(await uow.run(() => read(expression))).toStrictEqual(value);
    },
  );

  it('tells how many rows a statement changed, the same inside and outside', async () => {
    const write = async (name: string): Promise<readonly (bigint | undefined)[]> => {
      const [inserted] = await uow.sql
        .insertInto('installation_facts')
        .values([
          { name, value: '1' },
          { name: `${name}2`, value: '1' },
        ])
        .execute();
      const [updated] = await uow.sql
        .updateTable('installation_facts')
        .set({ value: '2' })
        .where('name', '=', name)
        .execute();
      const [deleted] = await uow.sql
        .deleteFrom('installation_facts')
        .where('value', '=', 'none')
        .execute();
      return [inserted?.numInsertedOrUpdatedRows, updated?.numUpdatedRows, deleted?.numDeletedRows];
    };
    expect(await write('outside')).toEqual([2n, 1n, 0n]);
    expect(await uow.run(() => write('inside'))).toEqual([2n, 1n, 0n]);
  });
});

describe('a row both clients know', () => {
  it('has the same instants, numbers and texts whoever wrote it', async () => {
    const hash = 'f'.repeat(64);
    const entry = { action: 'a', actorKind: 'SYSTEM', requestId: 'r', occurredAt: INSTANT };
    const seal = { previousHash: hash, hash, sealedAt: INSTANT };
    await uow.db.auditEntry.create({
      data: { ...entry, ...seal, id: ID, sequence: 2n ** 62n, detail: { n: [1] } },
    });
    const row = await uow.sql
      .selectFrom('audit_entries')
      .select(['occurred_at', 'sequence', 'detail', 'actor_id'])
      .where('id', '=', ID)
      .executeTakeFirstOrThrow();
    expect(row).toStrictEqual({
      occurred_at: INSTANT,
      sequence: 2n ** 62n,
      detail: { n: [1] },
      actor_id: null,
    });
    await uow.sql
      .insertInto('audit_entries')
      .values({
        id: OTHER_ID,
        action: 'b',
        actor_kind: 'SYSTEM',
        request_id: 'r',
        occurred_at: INSTANT,
        sequence: 3n,
        previous_hash: hash,
        hash,
        sealed_at: INSTANT,
        detail: JSON.stringify([1, { a: null }]),
      })
      .execute();
    expect(await uow.db.auditEntry.findUniqueOrThrow({ where: { id: OTHER_ID } })).toMatchObject({
      occurredAt: INSTANT,
      sequence: 3n,
      detail: [1, { a: null }],
    });
  });

  it('stores what `enumLabel` makes of a name and gives it back through `enumName`', async () => {
    await uow.db.storedFile.create({
      data: { id: ID, purpose: 'p', fileName: 'f', sizeBytes: 1, state: 'ATTACHED' },
    });
    const row = await uow.sql
      .selectFrom('stored_files')
      .select(['id', 'state'])
      .where('state', '=', enumLabel('ATTACHED'))
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ id: ID, state: 'attached' });
    expect(enumName(row.state)).toBe('ATTACHED');
  });

  it('keeps instants whatever time zone this process stands in', async () => {
    const { rows } = await database.pool.query<{ text: string }>(
      `SELECT to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS') AS text FROM audit_entries`,
    );
    expect(new Set(rows.map(({ text }) => text))).toEqual(new Set(['2026-02-28 23:59:59.999']));
  });
});
