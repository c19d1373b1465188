import { countStatements, onStatement, type UnitOfWork } from '../../../src/core/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createUnitOfWork } from '../../support/unit-of-work.js';

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

const byPrisma = (): Promise<number> => uow.db.installationFact.count();
const bySql = (): Promise<unknown> =>
  uow.sql.selectFrom('installation_facts').select('name').execute();

it('counts statements of both clients, and BEGIN and COMMIT', async () => {
  const { statements } = await countStatements(() =>
    uow.run(async () => {
      await byPrisma();
      await bySql();
    }),
  );
  expect(statements).toHaveLength(4);
  expect(statements[0]).toBe('BEGIN');
  expect(statements[1]).toContain('COUNT(*)');
  expect(statements[2]).toBe('select "name" from "installation_facts"');
  expect(statements[3]).toBe('COMMIT');
});

it('counts one statement a read outside of a unit of work', async () => {
  const { statements, result } = await countStatements(async () => [
    await byPrisma(),
    await bySql(),
  ]);
  expect(statements).toHaveLength(2);
  expect(result).toEqual([0, []]);
});

it('does not hear what others do meanwhile', async () => {
  const counted = countStatements(async () => {
    await byPrisma();
    await byPrisma();
  });
  await Promise.all(Array.from({ length: 20 }, bySql));
  expect((await counted).statements).toHaveLength(2);
});

it('counts for the outer counter what an inner one counts', async () => {
  const outer = await countStatements(async () => {
    await byPrisma();
    const inner = await countStatements(bySql);
    expect(inner.statements).toHaveLength(1);
  });
  expect(outer.statements).toHaveLength(2);
});

it('tells a listener of every statement until it stops listening', async () => {
  const heard: string[] = [];
  const stop = onStatement((statement) => heard.push(statement));
  await bySql();
  stop();
  await bySql();
  expect(heard).toEqual(['select "name" from "installation_facts"']);
});
