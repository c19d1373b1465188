import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  type GraphQLSchema,
} from 'graphql';
import { sql } from 'kysely';
import { z } from 'zod';
import { readText } from '../architecture/source-tree.js';
import type { ListScenario } from '../scenarios/scenario.js';
import { createTestApp, recordStatements, type TestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';
import { createUnitOfWork } from '../support/unit-of-work.js';

const FOLDER = resolve(import.meta.dirname, '../scenarios');
const MANY = 20;

async function allScenarios(): Promise<ListScenario[]> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.scenarios.ts'));
  const modules = await Promise.all(
    files.map(async (name) => (await import(`${FOLDER}/${name}`)) as { scenarios: ListScenario[] }),
  );
  return modules.flatMap(({ scenarios }) => scenarios);
}

/** Root queries that return a list of objects, paged or plain. */
function rootLists(schema: GraphQLSchema): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter(({ type }) => {
      const named = getNamedType(type);
      return (
        named.name.endsWith('Connection') ||
        (isListType(getNullableType(type)) && isCompositeType(named))
      );
    })
    .map(({ name }) => name)
    .sort();
}

/** Rows in the answer, however the list is written. */
function rowsIn(list: unknown): number {
  if (Array.isArray(list)) return list.length;
  const { nodes, edges } = (list ?? {}) as { nodes?: unknown[]; edges?: unknown[] };
  return (nodes ?? edges ?? []).length;
}

/** How many statements the list took, after a first call that warms up what is read once per process. */
async function count(app: TestApp, scenario: ListScenario, rows: number): Promise<number> {
  await app.database.truncateAll();
  const { as = null, variables = {}, expected = rows } = await scenario.prepare(app, rows);
  const ask = () => app.gql(scenario.query, variables, { as });
  const { data, errors } = await ask();
  if (errors) throw new Error(`${scenario.field}: ${JSON.stringify(errors)}`);
  const found = rowsIn(data[scenario.field]);
  if (expected === null ? found === 0 : found !== expected)
    throw new Error(`${scenario.field} has ${found} rows, not ${expected ?? 'some'}`);
  return (await app.statements(ask)).length;
}

/** Counts at one and at many rows. */
type Measured = Readonly<Record<string, readonly [one: number, many: number]>>;

function countFaults(measured: Measured, committed: Readonly<Record<string, number>>): string[] {
  const grown = Object.entries(measured)
    .filter(([, [one, many]]) => one !== many)
    .map(([field, [one, many]]) => `${field}: ${one} for one row, ${many} for ${MANY}`);
  const changed = Object.entries(measured)
    .filter(([field, [, many]]) => committed[field] !== many)
    .map(([field, [, many]]) => `${field}: ${many}, committed ${committed[field] ?? 'nothing'}`);
  const stale = Object.keys(committed)
    .filter((field) => !(field in measured))
    .map((field) => `${field} is committed and not measured`);
  return [...grown, ...changed, ...stale];
}

describe('SQL statements of root lists', () => {
  const committed = z
    .record(z.string(), z.int())
    .parse(JSON.parse(readText('test/schema/statement-counts.json') ?? ''));
  let app: TestApp;
  let scenarios: ListScenario[];
  beforeAll(async () => {
    // Failed tasks are among the lists, and each of them is an alarm in the log.
    app = await createTestApp({ quiet: true });
    scenarios = await allScenarios();
  });
  afterAll(() => app.close());

  it('each list has a scenario', () => {
    const covered = scenarios.map(({ field }) => field).sort();
    expect(covered).toEqual(rootLists(app.get(GraphQLSchemaHost).schema));
  });

  it(`are as many for ${MANY} rows as for one, and as many as committed`, async () => {
    const measured: Record<string, [number, number]> = {};
    const failed: string[] = [];
    for (const scenario of scenarios) {
      try {
        measured[scenario.field] = [
          await count(app, scenario, 1),
          await count(app, scenario, MANY),
        ];
      } catch (error) {
        failed.push(`${scenario.field}: ${(error as Error).message}`);
      }
    }
    expect(failed).toEqual([]);
    expect(countFaults(measured, committed)).toEqual([]);
  }, 600_000);
});

describe('the rules find what breaks them', () => {
  it('counts that grow with the rows, that changed and that are no longer measured', () => {
    const measured: Measured = { growing: [3, 22], changed: [2, 2], right: [2, 2] };
    expect(countFaults(measured, { growing: 22, changed: 1, right: 2, gone: 5 })).toEqual([
      'growing: 3 for one row, 22 for 20',
      'changed: 2, committed 1',
      'gone is committed and not measured',
    ]);
  });

  it('statements that reach the database', async () => {
    const database = await createTestDatabase();
    const unit = createUnitOfWork(database.url);
    const statements = await recordStatements(async () => {
      await unit.uow.sql.selectNoFrom(sql<number>`1`.as('one')).execute();
      await unit.uow.run(() => unit.uow.db.$queryRaw`SELECT 2`);
    });
    await unit.close();
    await database.drop();
    expect(statements).toEqual(['select 1 as "one"', 'SELECT 2']);
  });
});
