import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getIntrospectionQuery } from 'graphql';
import { calls } from '../../../../test/support/sample-api.js';
import {
  ask,
  createSampleApp,
  SampleProductionModule,
  type Answer,
} from '../../../../test/support/sample-app.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createSampleApp();
  await ask(app, { query: '{ whoAmI }' });
});
afterAll(() => app.close());

const nested = (levels: number): string =>
  `{ thing(id: 1) ${'{ neighbour '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`;

/** The answer, and the processor time of the quickest of three requests: other work on the machine does not count. */
async function timed(query: string): Promise<[Answer, number]> {
  let quickest = Infinity;
  let answer: Answer | undefined;
  for (let attempt = 0; attempt < 3 || !answer; attempt += 1) {
    const start = process.cpuUsage();
    answer = await ask(app, { query: `${query} # ${attempt}` });
    const { user, system } = process.cpuUsage(start);
    quickest = Math.min(quickest, (user + system) / 1000);
  }
  return [answer, quickest];
}

const many = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');
const doubling = (levels: number): string =>
  many(
    levels,
    (i) =>
      `fragment F${i} on Thing { neighbour { id ...F${i + 1} } n: neighbour { id ...F${i + 1} } }`,
  );

describe('limits', () => {
  it.each([
    ['depth', nested(11), 'The query is nested too deeply: 11, allowed are 10'],
    [
      'aliases',
      `mutation { ${many(100, (i) => `a${i}: signIn(input: { name: "x" }) { thing { id } }`)} }`,
      'The query is too long: allowed are 1000 tokens',
    ],
    [
      'aliases within the limit of tokens',
      `mutation { ${many(16, (i) => `a${i}: signIn(input: { name: "x" }) { thing { id } }`)} }`,
      'The query renames one field too often: 16, allowed are 15',
    ],
    [
      'directives',
      `{ thing(id: 1) { ${many(51, () => 'id @include(if: true)')} } }`,
      'The query has too many directives: 51, allowed are 50',
    ],
    [
      'tokens',
      `{ thing(id: 1) { ${many(1000, () => 'id')} } }`,
      'The query is too long: allowed are 1000 tokens',
    ],
  ])('of %s: refused with 400 before anything runs', async (_, query, message) => {
    calls.signIn = 0;
    const [answer, ms] = await timed(query);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.message).toBe(message);
    expect(answer.errors?.[0]?.extensions['code']).toBe('QUERY_TOO_COMPLEX');
    expect(calls.signIn).toBe(0);
    expect(ms).toBeLessThan(50);
  });

  it('lets pass what is just within them', async () => {
    expect((await ask(app, { query: nested(10) })).errors).toBeUndefined();
    const aliases = many(15, (i) => `a${i}: thing(id: ${i}) { id }`);
    expect((await ask(app, { query: `{ ${aliases} }` })).errors).toBeUndefined();
    expect(
      (await ask(app, { query: `{ thing(id: 1) { ${many(50, () => 'id @include(if: true)')} } }` }))
        .errors,
    ).toBeUndefined();
  });

  it('count the rows a variable asks for', async () => {
    const query = `query($n: Int! = 20) { ${many(9, (i) => `a${i}: things(first: $n) { nodes { neighbour { neighbour { neighbour { neighbour { neighbour { id } } } } } } }`)} }`;
    // 9 × (1 + 20 × 6) = 1089, 9 × (1 + 100 × 6) = 5409
    expect((await ask(app, { query })).status).toBe(200);
    const answer = await ask(app, { query, variables: { n: 100 } });
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.message).toBe(
      'The query costs too much: 5409, allowed are 5000; ask for fewer rows or fields',
    );
    expect((await ask(app, { query, variables: { n: 3 } })).status).toBe(200);
  });

  it('refuse fragments that double at each level without adding them up one by one', async () => {
    const query = `{ thing(id: 1) { ...F0 } } ${doubling(40)} fragment F40 on Thing { id }`;
    const [answer, ms] = await timed(query);
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.message).toBe('The query is nested too deeply: 42, allowed are 10');
    expect(ms).toBeLessThan(50);
    const flat = await timed(
      `{ thing(id: 1) { ...F0 } } ${doubling(8)} fragment F8 on Thing { id }`,
    );
    // 2 + 4 + … + 256 objects below the thing
    expect(flat[0].status).toBe(200);
  });

  it('let tools read the schema, but not in circles', async () => {
    expect((await ask(app, { query: getIntrospectionQuery() })).errors).toBeUndefined();
    const circle = `{ __schema { types { ${'fields { type { '.repeat(9)} name ${'} }'.repeat(9)} } } }`;
    const answer = await ask(app, { query: circle });
    expect(answer.status).toBe(400);
    expect(answer.data).toBeUndefined();
  });
});

describe('in production', () => {
  let production: NestFastifyApplication;
  beforeAll(async () => {
    production = await createSampleApp(SampleProductionModule);
  });
  afterAll(() => production.close());

  it('the schema is shown to signed-in users only', async () => {
    const query = '{ __schema { queryType { name } } }';
    const anonymous = await ask(production, { query });
    expect(anonymous.status).toBe(403);
    expect(anonymous.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const hidden = await ask(production, {
      query: '{ thing(id: 1) { ...F } } fragment F on Thing { id __typename }',
    });
    expect(hidden.status).toBe(200);
    const account = await ask(production, { query }, { authorization: 'Bearer account' });
    expect(account.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });

  it('there is no page to try queries on', async () => {
    expect((await production.inject({ url: '/graphiql' })).statusCode).toBe(404);
    expect((await production.inject({ url: '/graphiql/static/ruru.js' })).statusCode).toBe(404);
  });
});
