import { connect } from 'node:net';
import { getIntrospectionQuery } from 'graphql';
import { createTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  // The first request pays for what is made once.
  await app.gql('{ __typename }');
});
afterAll(() => app.close());

const SIGN_IN = (alias: string): string =>
  `${alias}: signIn(input: { contact: "someone@example.org", password: "guess-${alias}", channel: API }) { userErrors { code } }`;
const many = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');

/** Processor time of the quickest of three requests, in milliseconds. */
async function quickest(ask: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const start = process.cpuUsage();
    await ask();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

describe('requests that ask for too much', () => {
  it.each<[string, string]>([
    ['100 aliased log-ins', `mutation { ${many(100, (i) => SIGN_IN(`a${i}`))} }`],
    ['16 aliased log-ins', `mutation { ${many(16, (i) => SIGN_IN(`a${i}`))} }`],
    [
      'the same log-ins in a fragment',
      `mutation { ...F } fragment F on Mutation { ${many(16, (i) => SIGN_IN(`a${i}`))} }`,
    ],
    ['a thousand fields', `{ ${many(1001, () => '__typename')} }`],
    ['51 directives', `{ ${many(51, () => '__typename @skip(if: false)')} }`],
    [
      'the schema in circles',
      `{ __schema { types { ${'fields { type { '.repeat(9)} name ${'} }'.repeat(9)} } } }`,
    ],
  ])('%s: 400 within 50 ms, nothing run', async (_, query) => {
    const answer = await app.gql(query);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeNull();
    expect(['QUERY_TOO_COMPLEX', 'BAD_USER_INPUT']).toContain(answer.errors?.[0]?.extensions.code);
    const statements = await app.statements(() => app.gql(query));
    expect(statements).toEqual([]);
    expect(await quickest(() => app.gql(query))).toBeLessThan(50);
  });

  it('a body over 256 KB: 413 before it is read to its end', async () => {
    const answer = await app.gql(`{ __typename } # ${'x'.repeat(257 * 1024)}`);
    expect(answer.status).toBe(413);
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('a body just under 256 KB is read', async () => {
    const answer = await app.gql(`{ __typename } # ${'x'.repeat(255 * 1024)}`);
    expect(answer.data).toEqual({ __typename: 'Query' });
  });

  it('tools may still read the schema outside production', async () => {
    expect((await app.gql(getIntrospectionQuery())).errors).toBeUndefined();
  });
});

describe('malformed requests over a real socket', () => {
  async function raw(text: string): Promise<string> {
    const { port } = new URL(await app.url());
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end(text));
      let received = '';
      socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
      socket.on('close', () => resolve(received));
      socket.on('error', reject);
    });
  }
  const post = (body: string, headers = 'content-type: application/json'): string =>
    `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${headers}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

  it.each([
    ['broken JSON', post('{"query": "{ __typename }"'), 400],
    ['an empty body', post(''), 400],
    [
      'another content type',
      post('query=1', 'content-type: application/x-www-form-urlencoded'),
      400,
    ],
    ['a file', post('--x\r\n\r\n--x--', 'content-type: multipart/form-data; boundary=x'), 415],
    ['no method of HTTP', 'NONSENSE / HTTP/1.1\r\n\r\n', 400],
    [
      'an impossible length',
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n',
      400,
    ],
    ['a path that is no address', 'GET /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 400],
    [
      'a header that is too long',
      `GET / HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    [
      'an unknown method of the endpoint',
      'DELETE /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      404,
    ],
  ])('%s is answered with 4xx', async (_, text, status) => {
    const answer = await raw(text);
    expect(answer.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });
});
