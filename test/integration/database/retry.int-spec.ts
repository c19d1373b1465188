import { sql } from 'kysely';
import {
  isSerializationFailure,
  sqlState,
  type UnitOfWork,
} from '../../../src/core/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';

/** Sequences do not roll back, so they count the tries of a unit that does. */
const SCENE = `
CREATE SEQUENCE tries;
CREATE TABLE retry_samples (id text PRIMARY KEY, counter int NOT NULL DEFAULT 0);
CREATE FUNCTION fail_at_first(failures bigint, state text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  try bigint := nextval('tries');
BEGIN
  IF try <= failures THEN RAISE EXCEPTION 'try % fails', try USING ERRCODE = state; END IF;
  RETURN try;
END $$;
CREATE FUNCTION fail_on_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM fail_at_first(split_part(NEW.name, ' ', 2)::bigint, NEW.value);
  RETURN NEW;
END $$;
CREATE TRIGGER fail_now BEFORE INSERT ON installation_facts
  FOR EACH ROW WHEN (NEW.name LIKE 'now%') EXECUTE FUNCTION fail_on_write();
CREATE CONSTRAINT TRIGGER fail_later AFTER INSERT ON installation_facts
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.name LIKE 'later%') EXECUTE FUNCTION fail_on_write();`;

let database: TestDatabase;
let uow: UnitOfWork;
let close: () => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(SCENE);
  ({ uow, close } = createUnitOfWork(database.url));
});
beforeEach(async () => {
  await database.truncateAll();
  await database.pool.query('ALTER SEQUENCE tries RESTART');
});
afterAll(async () => {
  await close();
  await database.drop();
});

const bySql = (failures: number, state: string) => async (): Promise<void> => {
  await sql`SELECT fail_at_first(${failures}::bigint, ${state})`.execute(uow.sql);
};
const byRawPrisma = (failures: number, state: string) => async (): Promise<void> => {
  await uow.db.$queryRaw`SELECT fail_at_first(${failures}::bigint, ${state})`;
};
const byModel =
  (moment: 'now' | 'later') => (failures: number, state: string) => async (): Promise<void> => {
    await uow.db.installationFact.create({ data: { name: `${moment} ${failures}`, value: state } });
  };
const errorOf = (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => undefined,
    (error: unknown) => error,
  );

describe('serialization failures', () => {
  const shapes = [
    ['of hand-written SQL', '40001', bySql, '40001'],
    ['of raw SQL through Prisma', '40001', byRawPrisma, 'P2010'],
    ['of a Prisma query', '40001', byModel('now'), 'P2034'],
    ['at COMMIT, where the error has no code', '40001', byModel('later'), undefined],
    ['a deadlock in hand-written SQL', '40P01', bySql, '40P01'],
    ['a deadlock in raw SQL through Prisma', '40P01', byRawPrisma, 'P2010'],
    ['a deadlock in a Prisma query', '40P01', byModel('now'), 'P2034'],
    ['a deadlock at COMMIT', '40P01', byModel('later'), undefined],
  ] as const;

  it.each(shapes)('are started anew until they pass: %s', async (_, state, failing) => {
    let tries = 0;
    await uow.run(async () => {
      tries += 1;
      await failing(2, state)();
    });
    expect(tries).toBe(3);
  });

  it.each(shapes)('carry their SQLSTATE: %s', async (_, state, failing, code) => {
    const error = await errorOf(() => uow.run(failing(99, state)));
    expect(sqlState(error)).toBe(state);
    expect((error as { code?: string }).code).toBe(code);
  });
});

describe('starting anew', () => {
  it('gives up after three retries and throws the last failure', async () => {
    let tries = 0;
    const error = await errorOf(() =>
      uow.run(async () => {
        tries += 1;
        await bySql(99, '40001')();
      }),
    );
    expect(tries).toBe(4);
    expect(sqlState(error)).toBe('40001');
    expect(isSerializationFailure(error)).toBe(true);
  });

  it('leaves other failures alone', async () => {
    let tries = 0;
    const error = await errorOf(() =>
      uow.run(async () => {
        tries += 1;
        await bySql(99, '23514')();
      }),
    );
    expect(tries).toBe(1);
    expect(sqlState(error)).toBe('23514');
  });

  it('is the business of the outermost unit alone', async () => {
    const tries = { outer: 0, inner: 0 };
    await uow.run(async () => {
      tries.outer += 1;
      await uow.run(async () => {
        tries.inner += 1;
        await bySql(2, '40001')();
      });
    });
    expect(tries).toEqual({ outer: 3, inner: 3 });
  });

  it('happens although the failure was caught by an attempt', async () => {
    let tries = 0;
    await uow.run(async () => {
      tries += 1;
      await uow.attempt(bySql(2, '40001')).catch(() => undefined);
    });
    expect(tries).toBe(3);
  });

  it('forgets the hooks and rows of the failed tries', async () => {
    const heard: number[] = [];
    let tries = 0;
    await uow.run(async () => {
      const current = (tries += 1);
      uow.afterCommit(() => heard.push(current));
      await uow.db.installationFact.create({ data: { name: `try ${current}`, value: '' } });
      await bySql(2, '40001')();
    });
    expect(heard).toEqual([3]);
    expect(await uow.db.installationFact.findMany({ select: { name: true } })).toEqual([
      { name: 'try 3' },
    ]);
  });
});

describe('real conflicts', () => {
  it('lets two units through that lock the same rows in opposite order', async () => {
    await database.pool.query("INSERT INTO retry_samples VALUES ('a'), ('b')");
    let tries = 0;
    let meet = (): void => undefined;
    const both = new Promise<void>((resolve) => (meet = resolve));
    let arrived = 0;
    const raise = async (id: string): Promise<void> => {
      await sql`UPDATE retry_samples SET counter = counter + 1 WHERE id = ${id}`.execute(uow.sql);
    };
    const unit = (first: string, second: string): Promise<void> =>
      uow.run(async () => {
        tries += 1;
        await raise(first);
        if (++arrived === 2) meet();
        await both;
        await raise(second);
      });
    await Promise.all([unit('a', 'b'), unit('b', 'a')]);
    expect(tries).toBe(3);
    const { rows } = await database.pool.query('SELECT id, counter FROM retry_samples ORDER BY id');
    expect(rows).toEqual([
      { id: 'a', counter: 2 },
      { id: 'b', counter: 2 },
    ]);
  });

  it('lets serializable units through that read what the other writes', async () => {
    const units = Array.from({ length: 8 }, (_, at) =>
      uow.run(
        async () => {
          const { rows } = await sql<{
            n: number;
          }>`SELECT count(*)::int AS n FROM retry_samples`.execute(uow.sql);
          await sql`INSERT INTO retry_samples (id, counter) VALUES (${`u${at}`}, ${rows[0]?.n ?? -1})`.execute(
            uow.sql,
          );
        },
        { isolation: 'Serializable' },
      ),
    );
    const ends = await Promise.allSettled(units);
    const refused = ends.filter((end) => end.status === 'rejected');
    // Some may lose four times in a row; none may fail in any other way or leave a wrong count behind.
    for (const { reason } of refused) expect(isSerializationFailure(reason)).toBe(true);
    const { rows } = await database.pool.query<{ counter: number }>(
      'SELECT counter FROM retry_samples ORDER BY counter',
    );
    expect(rows.map(({ counter }) => counter)).toEqual(
      Array.from({ length: 8 - refused.length }, (_, at) => at),
    );
  });
});
