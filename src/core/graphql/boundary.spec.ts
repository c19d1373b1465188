import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ask, createSampleApp, SampleActors } from '../../../test/support/sample-app.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createSampleApp();
});
afterAll(() => app.close());

it('refuses a kind of operation that there is none of', async () => {
  const answer = await ask(app, { query: 'subscription { anything }' });
  expect(answer.status).toBe(400);
  expect(answer.errors).toMatchObject([
    { message: 'There is no subscription', extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

describe('errors of queries', () => {
  const QUERY = 'query($id: ID!) { thing(id: $id) { id } }';

  it('answers null for what is not there', async () => {
    const answer = await ask(app, { query: QUERY, variables: { id: 'missing' } });
    expect(answer.data).toEqual({ thing: null });
    expect(answer.errors).toBeUndefined();
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['malformed', 'BAD_USER_INPUT', 'INPUT_MALFORMED', 'This is not well formed'],
    [
      'down',
      'UNAVAILABLE',
      'REQUEST_UNAVAILABLE',
      'The service is briefly unavailable; try again soon',
    ],
    ['unreachable', 'UNAVAILABLE', undefined, 'The service is briefly unavailable; try again soon'],
    ['http', 'BAD_USER_INPUT', undefined, 'no such thing'],
    [
      'broken',
      'INTERNAL_SERVER_ERROR',
      undefined,
      'Something went wrong on our side and was recorded; quote the request id when you contact us',
    ],
  ])('answers %s with %s', async (id, code, reason, message) => {
    const answer = await ask(
      app,
      { query: QUERY, variables: { id } },
      { 'x-request-id': 'request-0001' },
    );
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ thing: null });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({ message, path: ['thing'] });
    expect(answer.errors?.[0]?.extensions).toEqual({
      code,
      requestId: 'request-0001',
      ...(reason ? { reason } : {}),
      ...(id === 'malformed' ? { field: ['id'] } : {}),
    });
  });

  it('says them in the language of the request', async () => {
    const headers = { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' };
    const answer = await ask(app, { query: QUERY, variables: { id: 'malformed' } }, headers);
    expect(answer.errors?.[0]?.message).toBe('格式不正确');
  });

  it('makes an error of a missing object where null cannot be', async () => {
    const answer = await ask(app, { query: '{ surely { id } }' });
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'REQUEST_NOT_FOUND',
    });
  });

  it('refuses a property that holds a promise, so that compiled runs never meet one', async () => {
    const answer = await ask(app, { query: '{ thing(id: "late") { late } }' });
    expect(answer.errors?.[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
  });
});

describe('values of the wrong shape', () => {
  const QUERY = `mutation($input: MakeThingInput!) {
    makeThing(input: $input) { userErrors { code } }
  }`;
  const told = async (variables: object): Promise<unknown[]> => {
    const { status, errors = [] } = await ask(app, { query: QUERY, variables });
    expect(status).toBe(400);
    return errors.map(({ message, extensions: { code, reason, field } }) => ({
      message,
      code,
      reason,
      field,
    }));
  };

  it('name their field as the refusals of an action do', async () => {
    expect(await told({ input: { name: { a: 'a secret at "input.other"; x' } } })).toEqual([
      {
        message:
          'Variable "$input" got an invalid value at "input.name"; String cannot represent a non string value: { a: "a secret at \\"input.other\\"; x" }',
        code: 'BAD_USER_INPUT',
        reason: 'INPUT_MALFORMED',
        field: ['name'],
      },
    ]);
  });

  it('are not sent back with everything around them', async () => {
    expect(await told({ input: { name: 'a secret', nonsense: 1 } })).toMatchObject([
      {
        message:
          'Variable "$input" got an invalid value at "input"; Field "nonsense" is not defined by type "MakeThingInput".',
        field: ['input'],
      },
    ]);
  });

  it('name what is missing', async () => {
    expect(await told({ input: {} })).toEqual([
      {
        message:
          'Variable "$input" got an invalid value at "input"; Field "name" of required type "String!" was not provided.',
        code: 'BAD_USER_INPUT',
        reason: 'INPUT_REQUIRED',
        field: ['name'],
      },
    ]);
    expect(await told({})).toMatchObject([{ reason: 'INPUT_REQUIRED', field: ['input'] }]);
  });
});

describe('the log', () => {
  const entries: unknown[] = [];
  beforeAll(() => {
    const silent = (): void => undefined;
    const error = (entry: unknown): number => entries.push(entry);
    Logger.overrideLogger({ log: silent, warn: silent, error, fatal: error });
  });
  afterAll(() => {
    Logger.overrideLogger(['fatal']);
  });
  beforeEach(() => {
    entries.length = 0;
  });

  it('has an unknown error once, with its cause, however often the query ran', async () => {
    const query = '{ thing(id: "unreachable") { id } }';
    for (const times of [1, 2, 3]) {
      await ask(app, { query });
      expect(entries).toHaveLength(times);
    }
    expect(entries[0]).toMatchObject({
      message: 'A service is unavailable',
      error: { message: 'no', cause: { code: 'ECONNREFUSED' } },
    });
  });

  it('has nothing about refusals, wrong requests and closed doors', async () => {
    await ask(app, { query: '{ thing(id: "malformed") { id } }' });
    await ask(app, { query: '{ thing(id: "missing") { id } }' });
    await ask(app, { query: '{ signedIn }' });
    await ask(app, { query: '{ nonsense }' });
    await ask(app, '{"query":');
    expect(entries).toEqual([]);
  });

  it('names the method that was left without an access rule', async () => {
    await ask(app, { query: '{ forgotten }' });
    expect(entries).toEqual(['ThingResolver.forgotten has no access rule']);
  });
});

describe('mutations', () => {
  const QUERY = `mutation($name: String!) {
    makeThing(input: { name: $name }) { thing { name } userErrors { code field message } }
  }`;

  it('return an empty list of errors when they were carried out', async () => {
    const answer = await ask(app, { query: QUERY, variables: { name: 'lamp' } });
    expect(answer.data).toEqual({ makeThing: { thing: { name: 'lamp' }, userErrors: [] } });
  });

  it.each([
    ['en', 'This is required'],
    ['zh-CN', '请填写此项'],
  ])('return refusals in their payload, in %s', async (language, message) => {
    const answer = await ask(
      app,
      { query: QUERY, variables: { name: '' } },
      { 'accept-language': language },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({
      makeThing: {
        thing: null,
        userErrors: [{ code: 'INPUT_REQUIRED', field: ['name'], message }],
      },
    });
  });

  it('mask what is not a refusal', async () => {
    const answer = await ask(app, { query: QUERY, variables: { name: 'broken' } });
    expect(answer.errors?.[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});

describe('access', () => {
  it.each([
    ['{ signedIn }', '', 'UNAUTHENTICATED'],
    ['{ signedIn }', 'account', null],
    ['{ inspected }', '', 'UNAUTHENTICATED'],
    ['{ inspected }', 'account', 'FORBIDDEN'],
    ['{ inspected }', 'officer', null],
    ['{ forgotten }', 'officer', 'FORBIDDEN'],
  ])('%s as "%s" answers %s', async (query, as, code) => {
    const answer = await ask(app, { query }, as ? { authorization: `Bearer ${as}` } : undefined);
    expect(answer.errors?.[0]?.extensions['code'] ?? null).toBe(code);
    expect(answer.status).toBe(200);
  });

  it('asks once who sends the request, and nobody when it brings no credentials', async () => {
    const actors = app.get(SampleActors);
    actors.asked = 0;
    const answer = await ask(
      app,
      { query: '{ a: whoAmI b: whoAmI }' },
      { authorization: 'Bearer account' },
    );
    expect(answer.data).toEqual({ a: 'ACCOUNT a1 en 127.0.0.1', b: 'ACCOUNT a1 en 127.0.0.1' });
    expect(actors.asked).toBe(1);
    await ask(app, { query: '{ whoAmI }' });
    expect(actors.asked).toBe(1);
  });

  it('answers 503 when it cannot be told who asks', async () => {
    const answer = await ask(app, { query: '{ whoAmI }' }, { authorization: 'Bearer down' });
    expect(answer.status).toBe(503);
    expect(answer.errors?.[0]?.extensions['code']).toBe('UNAVAILABLE');
  });
});

describe('plain routes', () => {
  it('see the same actor and request id', async () => {
    const headers = { authorization: 'Bearer account', 'x-request-id': 'request-0002' };
    const response = await app.inject({ url: '/plain/who', headers });
    expect(response.json()).toEqual({ kind: 'ACCOUNT', requestId: 'request-0002' });
    expect(response.headers['x-request-id']).toBe('request-0002');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['POST', '/plain/refused', 404, 'BAD_USER_INPUT', 'There is no such record'],
    ['GET', '/plain/teapot', 418, 'BAD_USER_INPUT', 'short and stout'],
    ['GET', '/plain/forgotten', 403, 'FORBIDDEN', 'You are not allowed to do this'],
    ['GET', '/plain/unknown', 404, 'BAD_USER_INPUT', 'Cannot GET /plain/unknown'],
    [
      'GET',
      '/plain/broken',
      500,
      'INTERNAL_SERVER_ERROR',
      'Something went wrong on our side and was recorded; quote the request id when you contact us',
    ],
  ] as const)('%s %s answers %i', async (method, url, status, code, message) => {
    const response = await app.inject({ method, url, headers: { 'accept-language': 'en' } });
    expect(response.statusCode).toBe(status);
    expect(response.json<{ error: object }>().error).toMatchObject({ code, message });
  });
});

describe('malformed requests', () => {
  it.each([
    ['no JSON', '{"query":', 400],
    ['a list of requests', '[{"query":"{ whoAmI }"}]', 400],
    ['no query', '{}', 400],
    ['a query that is no text', '{"query":{"kind":"Document"}}', 400],
    ['variables that are no object', '{"query":"{ whoAmI }","variables":"x"}', 400],
    ['a syntax error', '{"query":"{ whoAmI"}', 400],
    ['an unknown operation', '{"query":"query A { whoAmI }","operationName":"B"}', 400],
    ['a body over the limit', JSON.stringify({ query: `{ whoAmI } #${'x'.repeat(270_000)}` }), 413],
    ['a poisoned prototype', '{"query":"{ whoAmI }","__proto__":{"a":1}}', 400],
  ])('%s: 4xx in the shape of GraphQL', async (_, body, status) => {
    const answer = await ask(app, body);
    expect(answer.status).toBe(status);
    expect(answer.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(answer.errors?.[0]?.extensions['requestId']).toMatch(/^[\w.:-]{8,64}$/);
  });

  it.each([
    ['a missing variable', 'query($id: ID!) { thing(id: $id) { id } }', {}],
    [
      'a variable of a wrong type',
      'query($n: Int!) { things(first: $n) { nodes { id } } }',
      { n: 'x' },
    ],
    [
      'null for an argument that needs a value',
      'query($n: Int) { things(first: $n) { nodes { id } } }',
      { n: null },
    ],
  ])('%s is the fault of the caller', async (_, query, variables) => {
    const answer = await ask(app, { query, variables });
    expect([200, 400]).toContain(answer.status);
    expect(answer.errors?.map((e) => e.extensions['code'])).toEqual(['BAD_USER_INPUT']);
  });

  it('a body that only says it is compressed is the fault of the caller', async () => {
    const body = { query: '{ whoAmI }' };
    for (const encoding of ['gzip', 'br', 'deflate', 'nonsense']) {
      const { status } = await ask(app, body, { 'content-encoding': encoding });
      expect([encoding, status < 500]).toEqual([encoding, true]);
    }
  });

  it('an address that cannot be read is refused in our shape', async () => {
    const response = await app.inject({ url: '/%E0%A4%A', headers: { 'accept-language': 'en' } });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({
      error: {
        message: 'This is not well formed',
        code: 'BAD_USER_INPUT',
        reason: 'INPUT_MALFORMED',
      },
    });
  });

  it('suggests nothing about the schema', async () => {
    const answer = await ask(app, { query: '{ thing(id: 1) { nam } }' });
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.message).toBe('Cannot query field "nam" on type "Thing".');
    const variable = await ask(app, {
      query: 'mutation($i: MakeThingInput!) { makeThing(input: $i) { thing { id } } }',
      variables: { i: { nam: 'x' } },
    });
    expect(JSON.stringify(variable.errors)).not.toContain('Did you mean');
  });

  it('refuses a request a foreign page could send', async () => {
    const answer = await ask(app, 'query={whoAmI}', { 'content-type': 'text/plain' });
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]?.message).toContain('CSRF');
    const get = await app.inject({ url: '/graphql?query={whoAmI}' });
    expect(get.statusCode).toBe(400);
    expect(get.body).toContain('CSRF');
  });
});

describe('GraphiQL', () => {
  it('is a page that names no other host', async () => {
    const response = await app.inject({ url: '/graphiql' });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.body).not.toMatch(/https?:\/\//);
    expect(response.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('has all its files in this process', async () => {
    const { body } = await app.inject({ url: '/graphiql' });
    const files = [...body.matchAll(/\/graphiql\/static\/[\w.-]+/g)].map(([path]) => path);
    expect(new Set(files)).toEqual(
      new Set(['/graphiql/static/ruru.js', '/graphiql/static/ruru.css']),
    );
    for (const url of files) expect((await app.inject({ url })).statusCode).toBe(200);
    const outside = await app.inject({ url: '/graphiql/static/..%2fpackage.json' });
    expect(outside.statusCode).toBe(404);
  });
});
