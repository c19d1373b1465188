import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { UnitOfWorkEndedError, type UnitOfWork } from '../../../src/core/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';

let database: TestDatabase;
let uow: UnitOfWork;
let close: () => Promise<void>;

const note = (name: string, value = name) =>
  uow.db.installationFact.create({ data: { name, value } });
const noted = async (): Promise<string[]> => {
  const { rows } = await database.pool.query<{ name: string }>(
    'SELECT name FROM installation_facts ORDER BY name',
  );
  return rows.map(({ name }) => name);
};
const backendId = async (): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(uow.sql);
  return rows[0]?.pid ?? -1;
};

beforeAll(async () => {
  database = await createTestDatabase();
  ({ uow, close } = createUnitOfWork(database.url));
});
beforeEach(() => database.truncateAll());
afterAll(async () => {
  await close();
  await database.drop();
});

describe('one transaction', () => {
  it('commits what Prisma and hand-written SQL wrote, and shows each the rows of the other', async () => {
    const seen = await uow.run(async () => {
      await note('a');
      await uow.sql.insertInto('installation_facts').values({ name: 'b', value: 'b' }).execute();
      const bySql = await uow.sql.selectFrom('installation_facts').select('name').execute();
      return { bySql: bySql.length, byPrisma: await uow.db.installationFact.count() };
    });
    expect(seen).toEqual({ bySql: 2, byPrisma: 2 });
    expect(await noted()).toEqual(['a', 'b']);
  });

  it('speaks over one backend inside and over the pool outside', async () => {
    const [prismaPid, sqlPid] = await uow.run(async () => {
      const [row] = await uow.db.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      return [row?.pid, await backendId()];
    });
    expect(sqlPid).toBe(prismaPid);
    await expect(backendId()).resolves.toBeGreaterThan(0);
    expect(uow.isOpen).toBe(false);
  });

  it('rolls everything back when the work throws', async () => {
    const failure = new Error('no');
    const work = uow.run(async () => {
      await note('a');
      await uow.sql.insertInto('installation_facts').values({ name: 'b', value: 'b' }).execute();
      throw failure;
    });
    await expect(work).rejects.toBe(failure);
    expect(await noted()).toEqual([]);
  });

  it('is invisible to others until it commits', async () => {
    await uow.run(async () => {
      await note('a');
      expect(await noted()).toEqual([]);
    });
    expect(await noted()).toEqual(['a']);
  });

  it('lets statements of both clients be sent at once', async () => {
    await uow.run(async () => {
      const both = Array.from({ length: 10 }, (_, at) => [
        note(`p${at}`),
        uow.sql
          .insertInto('installation_facts')
          .values({ name: `s${at}`, value: '' })
          .execute(),
      ]);
      await Promise.all(both.flat());
    });
    expect(await noted()).toHaveLength(20);
  });

  it('keeps many units apart', async () => {
    await Promise.allSettled(
      Array.from({ length: 40 }, (_, at) =>
        uow.run(async () => {
          await note(`n${String(at).padStart(2, '0')}`);
          await uow.sql.selectFrom('installation_facts').select('name').execute();
          if (at % 2 === 1) throw new Error('odd');
        }),
      ),
    );
    const even = Array.from({ length: 20 }, (_, at) => `n${String(at * 2).padStart(2, '0')}`);
    expect(await noted()).toEqual(even);
  });

  it('refuses a Kysely transaction, which would not be the one of the unit', async () => {
    const work = uow.sql.transaction().execute(() => Promise.resolve());
    await expect(work).rejects.toThrow('Transactions are opened by UnitOfWork.run');
  });

  it('asks for a stricter isolation', async () => {
    const level = await uow.run(
      async () =>
        (
          await sql<{
            level: string;
          }>`SELECT current_setting('transaction_isolation') AS level`.execute(uow.sql)
        ).rows[0]?.level,
      { isolation: 'Serializable' },
    );
    expect(level).toBe('serializable');
  });
});

describe('joining', () => {
  it('puts an inner unit into the transaction of the outer one', async () => {
    const work = uow.run(async () => {
      const outer = await backendId();
      await uow.run(async () => {
        await note('inner');
        expect(await backendId()).toBe(outer);
      });
      throw new Error('outer');
    });
    await expect(work).rejects.toThrow('outer');
    expect(await noted()).toEqual([]);
  });

  it('fails as a whole when an inner unit failed, even where its error was caught', async () => {
    const failure = new Error('inner');
    const work = uow.run(async () => {
      await note('outer');
      await uow
        .run(async () => {
          await note('inner');
          throw failure;
        })
        .catch(() => undefined);
    });
    await expect(work).rejects.toBe(failure);
    expect(await noted()).toEqual([]);
  });

  it('refuses an isolation of its own to an inner unit', async () => {
    const work = uow.run(() => uow.run(() => Promise.resolve(), { isolation: 'Serializable' }));
    await expect(work).rejects.toThrow('Only the outermost unit of work can choose its isolation');
  });

  it('refuses to commit after a statement failed and its error was caught', async () => {
    const work = uow.run(async () => {
      await note('a');
      await note('a').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('A statement of this unit of work failed');
    expect(await noted()).toEqual([]);
    // The connection went back to the pool clean.
    await expect(uow.run(() => note('b'))).resolves.toMatchObject({ name: 'b' });
  });
});

describe('attempt', () => {
  it('undoes only the part that failed', async () => {
    const heard: string[] = [];
    await uow.run(async () => {
      await note('a');
      const attempt = uow.attempt(async () => {
        uow.afterCommit(() => heard.push('failed part'));
        await note('b');
        await note('a');
      });
      await expect(attempt).rejects.toMatchObject({ code: 'P2002' });
      uow.afterCommit(() => heard.push('rest'));
      await note('c');
    });
    expect(await noted()).toEqual(['a', 'c']);
    expect(heard).toEqual(['rest']);
  });

  it('survives a unit inside it that failed', async () => {
    await uow.run(async () => {
      const inner = (): Promise<void> =>
        uow.run(async () => {
          await note('b');
          throw new Error('inner');
        });
      await expect(uow.attempt(inner)).rejects.toThrow('inner');
      await note('a');
    });
    expect(await noted()).toEqual(['a']);
  });

  it('keeps what succeeded, also one within another', async () => {
    await uow.run(async () => {
      await uow.attempt(async () => {
        await note('a');
        await uow.attempt(() => note('a')).catch(() => undefined);
        await note('b');
      });
    });
    expect(await noted()).toEqual(['a', 'b']);
  });

  it('is a unit of its own when none is open', async () => {
    const work = uow.attempt(async () => {
      await note('a');
      throw new Error('alone');
    });
    await expect(work).rejects.toThrow('alone');
    expect(await noted()).toEqual([]);
  });
});

describe('after the commit', () => {
  it('runs hooks in order, once, when the rows are visible, and outside the transaction', async () => {
    const heard: string[] = [];
    let visible: Promise<string[]> | undefined;
    await uow.run(async () => {
      await uow.run(() => {
        uow.afterCommit(() => heard.push('inner'));
        return Promise.resolve();
      });
      uow.afterCommit(() => {
        heard.push(`outer ${String(uow.isOpen)}`);
        visible = noted();
      });
      await note('a');
      expect(heard).toEqual([]);
    });
    expect(heard).toEqual(['inner', 'outer false']);
    expect(await visible).toEqual(['a']);
  });

  it('runs nothing after a rollback', async () => {
    const heard: string[] = [];
    const work = uow.run(() => {
      uow.afterCommit(() => heard.push('never'));
      return Promise.reject(new Error('no'));
    });
    await expect(work).rejects.toThrow('no');
    expect(heard).toEqual([]);
  });

  it('runs at once when no unit is open', () => {
    const heard: string[] = [];
    uow.afterCommit(() => heard.push('now'));
    expect(heard).toEqual(['now']);
  });

  it('does not let a broken hook undo or hide what was committed', async () => {
    const heard: string[] = [];
    const work = uow.run(async () => {
      uow.afterCommit(() => {
        throw new Error('broken hook');
      });
      uow.afterCommit(() => heard.push('next'));
      await note('a');
      return 'done';
    });
    await expect(work).resolves.toBe('done');
    expect(heard).toEqual(['next']);
    expect(await noted()).toEqual(['a']);
  });
});

describe('work that outlives its unit', () => {
  it('is refused, whichever client it uses', async () => {
    let goOn = (): void => undefined;
    const ended = new Promise<void>((resolve) => (goOn = resolve));
    const late: Promise<unknown>[] = [];
    await uow.run(async () => {
      await note('a');
      late.push(
        ended.then(() => note('late')),
        ended.then(() =>
          uow.sql.insertInto('installation_facts').values({ name: 'late', value: '' }).execute(),
        ),
        ended.then(() => uow.run(() => Promise.resolve())),
      );
    });
    goOn();
    const reasons = (await Promise.allSettled(late)).map((end) =>
      end.status === 'rejected' ? (end.reason as Error).constructor : null,
    );
    expect(reasons).toEqual([UnitOfWorkEndedError, UnitOfWorkEndedError, UnitOfWorkEndedError]);
    expect(await noted()).toEqual(['a']);
  });
});

describe('a unit that takes too long', () => {
  it('is rolled back and may not use the connection any more', async () => {
    const heard: string[] = [];
    let late: unknown;
    const work = uow.run(
      async () => {
        await note('a');
        uow.afterCommit(() => heard.push('never'));
        await pause(300);
        late = await uow.sql
          .insertInto('installation_facts')
          .values({ name: 'late', value: '' })
          .execute()
          .catch((error: unknown) => error);
      },
      { timeoutMs: 100 },
    );
    await expect(work).rejects.toMatchObject({ code: 'P2028' });
    expect(late).toBeInstanceOf(UnitOfWorkEndedError);
    expect(heard).toEqual([]);
    expect(await noted()).toEqual([]);
    await expect(uow.run(() => note('b'))).resolves.toMatchObject({ name: 'b' });
  });
});

describe('a session', () => {
  it('means UTC and waits for nothing for ever', async () => {
    const settings = ['TimeZone', 'statement_timeout', 'lock_timeout'].map(async (name) => {
      const { rows } = await sql<{
        value: string;
      }>`SELECT current_setting(${name}) AS value`.execute(uow.sql);
      return rows[0]?.value;
    });
    expect(await Promise.all(settings)).toEqual(['UTC', '30s', '10s']);
  });
});
