import { sql } from 'kysely';
import {
  isCheckViolation,
  isExclusionViolation,
  isForeignKeyViolation,
  isTimeout,
  isUniqueViolation,
  sqlState,
  violatedConstraint,
  type UnitOfWork,
} from '../../../src/core/database/index.js';
import { defineErrors } from '../../../src/core/errors/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';

const SCENE = `
ALTER TABLE installation_facts
  ADD CONSTRAINT ck_installation_facts_value CHECK (value <> 'bad'),
  ADD CONSTRAINT ex_installation_facts_value EXCLUDE USING hash (value WITH =),
  ADD CONSTRAINT fk_installation_facts_other FOREIGN KEY (value)
    REFERENCES installation_facts (name) ON DELETE RESTRICT DEFERRABLE INITIALLY IMMEDIATE;
CREATE UNIQUE INDEX uq_installation_facts_upper ON installation_facts (upper(name));
INSERT INTO installation_facts (name, value) VALUES ('a', 'a');`;

const ABSENT = '01890a5d-ac96-774b-bcce-b302099a8057';
const spokenErrors = defineErrors('DATABASE_SPEC', {
  TAKEN: { category: 'conflict', 'zh-CN': '已占用', en: 'Taken' },
});

let database: TestDatabase;
let uow: UnitOfWork;
let close: () => Promise<void>;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(SCENE);
  ({ uow, close } = createUnitOfWork(database.url));
});
afterAll(async () => {
  await close();
  await database.drop();
});

const errorOf = (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => undefined,
    (error: unknown) => error,
  );
type Fact = { readonly name: string; readonly value: string };
const byPrisma = (data: Fact): Promise<unknown> => uow.db.installationFact.create({ data });
const bySql = (fact: Fact): Promise<unknown> =>
  uow.sql.insertInto('installation_facts').values(fact).execute();
const byRawPrisma = ({ name, value }: Fact): Promise<unknown> =>
  uow.db.$executeRaw`INSERT INTO installation_facts (name, value) VALUES (${name}, ${value})`;

const writers = [
  ['a Prisma query', byPrisma],
  ['raw SQL through Prisma', byRawPrisma],
  ['hand-written SQL', bySql],
] as const;

describe.each(writers)('a write by %s', (_, write) => {
  // Each classifier is asked about every refusal: exactly one may say yes.
  const asked = (error: unknown): readonly boolean[] => [
    isUniqueViolation(error),
    isCheckViolation(error),
    isExclusionViolation(error),
    isForeignKeyViolation(error),
    isTimeout(error),
  ];

  it('that repeats a primary key is a unique violation of that key', async () => {
    const error = await errorOf(() => write({ name: 'a', value: 'a' }));
    expect(asked(error)).toEqual([true, false, false, false, false]);
    expect(violatedConstraint(error)).toBe('pk_installation_facts');
    expect(isUniqueViolation(error, 'pk_installation_facts')).toBe(true);
    expect(isUniqueViolation(error, 'uq_installation_facts_upper')).toBe(false);
  });

  it('that repeats a value of a unique index names the index', async () => {
    const error = await errorOf(() => write({ name: 'A', value: 'A' }));
    expect(isUniqueViolation(error, 'uq_installation_facts_upper')).toBe(true);
  });

  it('that breaks a CHECK names it', async () => {
    const error = await errorOf(() => write({ name: 'b', value: 'bad' }));
    expect(asked(error)).toEqual([false, true, false, false, false]);
    expect(isCheckViolation(error, 'ck_installation_facts_value')).toBe(true);
    expect(isCheckViolation(error, 'ck_other')).toBe(false);
  });

  it('that runs into an exclusion constraint names it', async () => {
    const error = await errorOf(() => write({ name: 'b', value: 'a' }));
    expect(asked(error)).toEqual([false, false, true, false, false]);
    expect(isExclusionViolation(error, 'ex_installation_facts_value')).toBe(true);
  });

  it('that points nowhere names its foreign key', async () => {
    const error = await errorOf(() => write({ name: 'b', value: 'nowhere' }));
    expect(asked(error)).toEqual([false, false, false, true, false]);
    expect(isForeignKeyViolation(error, 'fk_installation_facts_other')).toBe(true);
  });

  it('tells the same inside a unit of work', async () => {
    const error = await errorOf(() => uow.run(() => write({ name: 'b', value: 'bad' })));
    expect(isCheckViolation(error, 'ck_installation_facts_value')).toBe(true);
  });
});

describe('other refusals', () => {
  it('names the foreign key a Prisma model ran into', async () => {
    const data = { eventId: ABSENT, listener: 'spec' };
    const error = await errorOf(() => uow.db.outboxDelivery.create({ data }));
    expect(isForeignKeyViolation(error, 'fk_outbox_deliveries_event')).toBe(true);
  });

  it('recognises a deletion that something still needs', async () => {
    const deletion = (): Promise<unknown> =>
      uow.run(async () => {
        await sql`INSERT INTO installation_facts VALUES ('x', 'y'), ('y', 'x')`.execute(uow.sql);
        await uow.db.installationFact.delete({ where: { name: 'x' } });
      });
    const error = await errorOf(deletion);
    expect(sqlState(error)).toBe('23001');
    expect(isForeignKeyViolation(error)).toBe(true);
  });

  it('recognises a statement that was cancelled for its length', async () => {
    const work = (): Promise<unknown> =>
      uow.run(async () => {
        await sql`SET LOCAL statement_timeout = 20`.execute(uow.sql);
        await sql`SELECT pg_sleep(5)`.execute(uow.sql);
      });
    expect(isTimeout(await errorOf(work))).toBe(true);
  });

  it('recognises a lock that did not come in time', async () => {
    const holder = await database.pool.connect();
    await holder.query("BEGIN; SELECT 1 FROM installation_facts WHERE name = 'a' FOR UPDATE");
    const work = (): Promise<unknown> =>
      uow.run(async () => {
        await sql`SET LOCAL lock_timeout = 20`.execute(uow.sql);
        await uow.db.installationFact.update({ where: { name: 'a' }, data: { value: 'a' } });
      });
    const error = await errorOf(work);
    await holder.query('ROLLBACK');
    holder.release();
    expect(sqlState(error)).toBe('55P03');
    expect(isTimeout(error)).toBe(true);
  });

  it('looks below wrapping errors, not below an answer', async () => {
    const cause = await errorOf(() => bySql({ name: 'a', value: 'a' }));
    expect(isUniqueViolation(new Error('outer', { cause }))).toBe(true);
    expect(isUniqueViolation(spokenErrors.TAKEN({ cause }))).toBe(false);
  });

  it.each([
    [new Error('plain')],
    [Object.assign(new Error('node'), { code: 'EPIPE' })],
    [Object.assign(new Error('node'), { code: 'E2BIG' })],
    [Object.assign(new Error('prisma: no such record'), { code: 'P2025' })],
    [undefined],
    ['text'],
  ])('finds no SQLSTATE in %s', (error) => {
    expect(sqlState(error)).toBeNull();
  });

  it('does not loop on an error that is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(sqlState(error)).toBeNull();
  });
});
