import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { GraphQLObjectType } from 'graphql';
import { NeighbourLoader } from '../../../../test/support/sample-api.js';
import { ask, createSampleApp, type Answer } from '../../../../test/support/sample-app.js';
import { compiledExecutionCounters as counters } from './compiled-execution.plugin.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createSampleApp();
});
afterAll(() => app.close());

type Request = { query: string; variables?: object; operationName?: string };

/** The first answer comes from the executor, later ones from compiled code when it is allowed to. */
async function twice(
  request: Request,
  headers?: Record<string, string>,
): Promise<[Answer, Answer, number]> {
  const stable = ({ status, data, errors }: Answer): Answer => ({
    status,
    headers: {},
    data,
    errors: errors?.map((e) => ({ ...e, extensions: { ...e.extensions, requestId: '' } })),
  });
  const executed = stable(await ask(app, request, headers));
  const before = counters.answered;
  const compiled = stable(await ask(app, request, headers));
  return [executed, compiled, counters.answered - before];
}

describe('a compiled query answers what the executor answers', () => {
  it.each<[string, Request]>([
    ['plain fields', { query: '{ thing(id: 1) { id name } }' }],
    ['null objects', { query: '{ thing(id: "missing") { id } }' }],
    ['aliases', { query: '{ a: thing(id: 1) { n: name } b: thing(id: 2) { n: name m: name } }' }],
    ['custom scalars', { query: '{ thing(id: 7) { madeAt } }' }],
    [
      'lists and loaders',
      { query: '{ things(first: 3) { nodes { id neighbour { name neighbour { id } } } } }' },
    ],
    [
      'counts that are functions',
      { query: '{ things { totalCount pageInfo { hasNextPage endCursor } } }' },
    ],
    [
      'type names',
      { query: '{ __typename things { __typename edges { __typename node { __typename } } } }' },
    ],
    [
      'fragments',
      {
        query: `query { things { ...Page } }
          fragment Page on ThingConnection { nodes { ...Card ... on Thing { madeAt } } }
          fragment Card on Thing { id name }`,
      },
    ],
    [
      'merged selections',
      {
        query:
          '{ thing(id: 1) { neighbour { id } ...N } } fragment N on Thing { neighbour { name } }',
      },
    ],
    [
      'variables with defaults',
      { query: 'query($first: Int! = 2) { things(first: $first) { nodes { id } } }' },
    ],
    [
      'one of several operations',
      {
        query: 'query A { thing(id: 1) { id } } query B { thing(id: 2) { name } }',
        operationName: 'B',
      },
    ],
    ['the schema', { query: '{ __type(name: "Thing") { name fields { name } } }' }],
  ])('%s', async (_, request) => {
    const [executed, compiled, answered] = await twice(request);
    expect(executed.errors).toBeUndefined();
    expect(compiled).toEqual(executed);
    expect(answered).toBe(1);
  });

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('@skip and @include with %s and %s', async (skip, include) => {
    const query = `query($skip: Boolean!, $include: Boolean!) {
      thing(id: 1) { id name @skip(if: $skip) madeAt @include(if: $include)
        ... @include(if: $include) { neighbour { id } } }
    }`;
    const [executed, compiled] = await twice({ query, variables: { skip, include } });
    expect(compiled).toEqual(executed);
    expect(Object.keys((executed.data as { thing: object }).thing)).toHaveLength(
      1 + Number(!skip) + 2 * Number(include),
    );
  });

  it.each<[string, Request]>([
    ['a field that may be null', { query: '{ things { nodes { id tolerant } } }' }],
    ['a field that may not be null', { query: '{ things { nodes { id fragile } } }' }],
    [
      'both',
      { query: '{ things { nodes { tolerant } } thing(id: 3) { id neighbour { id } fragile } }' },
    ],
    ['a root field', { query: '{ thing(id: "broken") { id } }' }],
    ['a root field that may not be null', { query: '{ surely { id } }' }],
    ['a refusal by the guard', { query: '{ signedIn thing(id: 1) { id } }' }],
    [
      'a wrong variable',
      { query: 'query($n: Int!) { things(first: $n) { nodes { id } } }', variables: { n: 'x' } },
    ],
    ['a missing variable', { query: 'query($id: ID!) { thing(id: $id) { id } }' }],
    ['an unknown operation', { query: 'query A { whoAmI }', operationName: 'B' }],
  ])('an error in %s', async (_, request) => {
    const [executed, compiled, answered] = await twice(request);
    expect(executed.errors).not.toHaveLength(0);
    expect(compiled).toEqual(executed);
    expect(answered).toBe(0);
  });

  it('as another actor, asked anew by the guard', async () => {
    const request = { query: '{ inspected }' };
    const officer = { authorization: 'Bearer officer' };
    await ask(app, request, officer);
    expect((await ask(app, request, officer)).data).toEqual({ inspected: 'yes' });
    const answer = await ask(app, request, { authorization: 'Bearer account' });
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});

describe('compiled execution', () => {
  it('leaves the first call and every mutation to the executor', async () => {
    const before = { ...counters };
    await ask(app, { query: '{ once: whoAmI }' });
    const mutation = { query: 'mutation { makeThing(input: { name: "x" }) { thing { id } } }' };
    await ask(app, mutation);
    await ask(app, mutation);
    expect(counters).toEqual(before);
  });

  it('does not compile what is too long to be worth it', async () => {
    const before = counters.compiled;
    const fields = Array.from({ length: 260 }, () => 'id').join(' ');
    await ask(app, { query: `{ thing(id: 1) { ${fields} } }` });
    await ask(app, { query: `{ thing(id: 1) { ${fields} } }` });
    expect(counters.compiled).toBe(before);
  });

  it('still batches through loaders', async () => {
    const request = { query: '{ things { nodes { batched: neighbour { id } } } }' };
    await ask(app, request);
    const loader = app.get(NeighbourLoader);
    loader.batches = 0;
    await ask(app, request);
    expect(loader.batches).toBe(1);
  });

  it('finds plain fields plain, also after many requests', () => {
    const type = app.get(GraphQLSchemaHost).schema.getType('Thing') as GraphQLObjectType;
    const resolved = Object.values(type.getFields()).filter((field) => field.resolve);
    expect(resolved.map((field) => field.name)).toEqual(['fragile', 'neighbour', 'tolerant']);
  });

  it('counts only when asked to', async () => {
    const { calls } = await import('../../../../test/support/sample-api.js');
    calls.count = 0;
    const request = { query: '{ things { pageInfo { endCursor } } }' };
    await ask(app, request);
    await ask(app, request);
    expect(calls.count).toBe(0);
  });
});
