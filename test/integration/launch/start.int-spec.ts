import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../src/launch/net.js';
import { eventually, launch, processesOf, processOf, takenPort } from './launched.js';

const BOOTSTRAP = 'src/launch/bootstrap.mjs';

describe('npm start', () => {
  let dir: string;
  let port: number;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'gongqiao-start-'));
    port = await freePort();
  });
  afterEach(() => {
    // A failed test must not leave an installation running.
    for (const pid of processesOf(dir)) process.kill(pid, 'SIGKILL');
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const settings = (change: Record<string, string> = {}): Record<string, string> => ({
    DATA_DIR: dir,
    PORT: String(port),
    DEMO: 'false',
    DATABASE_URL: '',
    MEILI_URL: '',
    ...change,
  });
  const base = (): string => `http://localhost:${String(port)}`;
  const isUp = (): Promise<boolean> =>
    fetch(`${base()}/health/live`).then(
      (answer) => answer.ok,
      () => false,
    );

  it('brings everything up, says where, and stops all of it on Ctrl-C', async () => {
    const start = launch(['npm', 'start'], settings());
    await start.prints('Ctrl-C stops everything');
    const text = start.output();
    for (const step of [
      '1/6 Settings',
      '2/6 PostgreSQL',
      '3/6 Meilisearch',
      '4/6 Database schema',
      '5/6 Code tables',
      '6/6 API and worker',
    ]) {
      expect(text).toMatch(new RegExp(`${step}[^\\n]* \\d+\\.\\d s`));
    }
    expect(text).toContain(`${base()}/\n`);
    expect(text).toContain(`${base()}/graphql\n`);
    expect(text).toContain(`${base()}/dev/messages\n`);

    const ready = await fetch(`${base()}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      status: 'ready',
      checks: { postgres: 'up', meilisearch: 'up', redis: 'unused' },
      degraded: [],
    });
    const answer = await fetch(`${base()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(await answer.json()).toEqual({ data: { __typename: 'Query' } });

    process.kill(-start.pid, 'SIGINT');
    await start.ended;
    await eventually('nothing is left running', () => processesOf(dir).length === 0);
    expect(await isUp()).toBe(false);
  }, 240_000);

  it('starts again on its data, revives an API that was killed, and leaves nothing when it is killed itself', async () => {
    const secrets = readFileSync(join(dir, 'secrets.json'), 'utf8');
    const start = launch(['node', BOOTSTRAP, 'start'], settings());
    await start.prints('Ctrl-C stops everything');
    expect(start.output()).toContain('(up to date)');
    expect(readFileSync(join(dir, 'secrets.json'), 'utf8')).toBe(secrets);

    process.kill(processOf(dir, 'dist/main.js'), 'SIGKILL');
    await start.prints('The API ended (SIGKILL); starting it again in 1 s');
    await start.prints('The API works again');
    expect(await isUp()).toBe(true);

    process.kill(processOf(dir, 'dist/launch/start.js'), 'SIGKILL');
    expect(await start.ended).toBe(137);
    await eventually('nothing is left running', () => processesOf(dir).length === 0, 60_000);
  }, 240_000);

  it('ends in order when the process that started it is killed', async () => {
    const start = launch(['node', BOOTSTRAP, 'start'], settings());
    await start.prints('2/6 PostgreSQL');
    process.kill(start.pid, 'SIGKILL');
    await eventually('nothing is left running', () => processesOf(dir).length === 0, 60_000);
  }, 120_000);

  /** What a person sees besides the steps. */
  async function refusal(
    change: Record<string, string>,
  ): Promise<{ code: number | null; said: string }> {
    const start = launch(['node', BOOTSTRAP, 'start'], settings(change));
    const code = await start.ended;
    const said = start
      .output()
      .split('\n')
      .filter(
        (line) => line !== '' && !/^\d\/6 .*( s|failed)$|^(Compiled|Database client)/.test(line),
      );
    return { code, said: said.join('\n') };
  }

  it('says in one line that its port is taken, before it starts anything', async () => {
    const { server, port: taken } = await takenPort();
    const elsewhere = mkdtempSync(join(tmpdir(), 'gongqiao-start-'));
    try {
      const { code, said } = await refusal({ PORT: String(taken), DATA_DIR: elsewhere });
      expect(code).toBe(1);
      expect(said).toBe(
        `Port ${String(taken)} is taken by another program: stop it, or choose another one: PORT=${String(taken + 1)} npm start`,
      );
      expect(existsSync(join(elsewhere, 'postgres'))).toBe(false);
    } finally {
      server.close();
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  it('says in one line that the named database does not answer, without the password', async () => {
    const closed = String(await freePort());
    const { code, said } = await refusal({
      DATABASE_URL: `postgresql://app:hunter2@127.0.0.1:${closed}/x`,
    });
    expect(code).toBe(1);
    expect(said).toBe(
      `PostgreSQL at 127.0.0.1:${closed} cannot be used: nothing listens there. Start it, correct DATABASE_URL, or unset it to use the embedded server.`,
    );
  });

  it('says in one line that the named search engine does not answer or refuses the key', async () => {
    const database = { DATABASE_URL: process.env.TEST_DATABASE_URL ?? '' };
    const closed = String(await freePort());
    const absent = await refusal({ ...database, MEILI_URL: `http://127.0.0.1:${closed}` });
    expect(absent).toEqual({
      code: 1,
      said: `Meilisearch at 127.0.0.1:${closed} cannot be reached. Start it, correct MEILI_URL, or unset it to use the embedded server.`,
    });
    const url = process.env.TEST_MEILI_URL ?? '';
    const locked = await refusal({ ...database, MEILI_URL: url });
    expect(locked).toEqual({
      code: 1,
      said: `Meilisearch at ${new URL(url).host} refuses the key: set MEILI_MASTER_KEY to the one it was started with.`,
    });
  });

  it('lists every wrong setting at once', async () => {
    const { code, said } = await refusal({ PORT: 'ninety', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(said.split('\n')).toEqual([
      'The configuration is wrong in 2 place(s):',
      '  PORT must be a port from 0 to 65535',
      '  LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
      'Every setting is listed by `npm run cli -- check-config`.',
    ]);
  });
});
