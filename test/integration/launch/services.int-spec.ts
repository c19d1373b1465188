import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { connect, createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { leaseServices, type LeaseOptions } from '../../../src/launch/services/services-client.js';
import { LOOPBACK } from '../../../src/launch/net.js';
import { writeState } from '../../../src/launch/services/state-file.js';
import { eventually, processesOf, processOf, ROOT } from './launched.js';

const KEY = 'Zq3vT8rWm1Lx6PbYc9KdHs2NfJg5Ea7U';

describe('the embedded servers', () => {
  let dir: string;
  beforeAll(() => (dir = mkdtempSync(join(tmpdir(), 'gongqiao-services-'))));
  afterEach(async () => {
    await eventually('every process of the folder has ended', () => processesOf(dir).length === 0);
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const options = (change: Partial<LeaseOptions> = {}): LeaseOptions => ({
    dir,
    database: 'gongqiao',
    isVolatile: true,
    lingerMs: 0,
    needs: ['postgres', 'meilisearch'],
    searchKey: KEY,
    ...change,
  });

  async function query(url: string | null, text: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url ?? '' });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows.map((row) => row.value);
    } finally {
      await client.end();
    }
  }

  it('come up on the loopback address, behind a password and a key, and stop at the end', async () => {
    const lease = await leaseServices(options());
    const url = new URL(lease.databaseUrl ?? '');
    expect(url.hostname).toBe('127.0.0.1');
    expect(url.pathname).toBe('/gongqiao');
    expect(await query(url.href, 'show listen_addresses')).toEqual([undefined]);
    expect(
      await query(
        url.href,
        `select setting as value from pg_settings where name = 'listen_addresses'`,
      ),
    ).toEqual(['127.0.0.1']);
    url.password = 'wrong';
    await expect(query(url.href, 'select 1 as value')).rejects.toMatchObject({ code: '28P01' });

    const search = new URL('/indexes', lease.searchUrl ?? '');
    expect((await fetch(search)).status).toBe(401);
    const answer = await fetch(search, { headers: { authorization: `Bearer ${KEY}` } });
    expect(answer.status).toBe(200);

    await lease.release();
    expect(processesOf(dir)).toEqual([]);
  });

  it('are shared by everyone who needs them, and keep their data', async () => {
    const [one, two] = await Promise.all([leaseServices(options()), leaseServices(options())]);
    expect(two.databaseUrl).toBe(one.databaseUrl);
    await query(one.databaseUrl, 'create table kept as select 42 as value');
    await one.release();
    expect(await query(two.databaseUrl, 'select value from kept')).toEqual([42]);
    await two.release();
    expect(processesOf(dir)).toEqual([]);

    const later = await leaseServices(options({ needs: ['postgres'] }));
    expect(await query(later.databaseUrl, 'select value from kept')).toEqual([42]);
    expect(later.searchUrl).toBeNull();
    await later.release();
  });

  it('stop when the only process that used them is killed', async () => {
    const script = `
      import { leaseServices } from '${ROOT}/dist/launch/services/services-client.js';
      await leaseServices(${JSON.stringify(options({ needs: ['postgres'] }))});
      console.log('up');
      setInterval(() => undefined, 1000);`;
    const user = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    await new Promise<void>((up) => user.stdout.once('data', () => up()));
    expect(processOf(dir, 'postgres')).toBeGreaterThan(1);
    user.kill('SIGKILL');
    await eventually('PostgreSQL has ended', () => processesOf(dir).length === 0);
  });

  it('are taken over when their host was killed', async () => {
    const before = await leaseServices(options());
    const lost = new Promise<void>((done) => before.onLost(done));
    const host = Number(JSON.parse(readFileSync(join(dir, 'services.json'), 'utf8')).pid);
    const postgres = processOf(dir, 'bin/postgres');
    process.kill(host, 'SIGKILL');
    await lost;

    const after = await leaseServices(options());
    expect(processOf(dir, 'bin/postgres')).toBe(postgres);
    expect(after.databaseUrl).toBe(before.databaseUrl);
    expect(after.searchUrl).toBe(before.searchUrl);
    await after.release();
    expect(processesOf(dir)).toEqual([]);
  });

  it('are told to be lost when the connection to their host breaks off', async () => {
    const ready = { kind: 'ready', databaseUrl: null, searchUrl: null, searchKey: null };
    const host = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write(`${JSON.stringify(ready)}\n`);
      socket.once('data', () => setTimeout(() => socket.resetAndDestroy(), 100));
    });
    await new Promise<void>((up) => host.listen(0, LOOPBACK, up));
    const elsewhere = join(dir, 'breaking-off');
    const { port } = host.address() as AddressInfo;
    writeState(join(elsewhere, 'services.json'), { pid: process.pid, port, token: KEY });
    const lease = await leaseServices(options({ dir: elsewhere }));
    await new Promise<void>((done) => lease.onLost(done));
    await new Promise((closed) => host.close(closed));
  });

  it('outlive a user whose connection breaks off', async () => {
    const lease = await leaseServices(options({ needs: ['postgres'] }));
    const port = Number(JSON.parse(readFileSync(join(dir, 'services.json'), 'utf8')).port);
    const stranger = connect(port, LOOPBACK);
    await new Promise<void>((up) => stranger.once('connect', up));
    stranger.resetAndDestroy();
    await new Promise((done) => stranger.once('close', done));
    const again = await leaseServices(options({ needs: ['postgres'] }));
    expect(await query(again.databaseUrl, 'select 1 as value')).toEqual([1]);
    await Promise.all([lease.release(), again.release()]);
  });

  it('start although a power cut left a process number behind', async () => {
    // The number of this very process: alive, but no PostgreSQL.
    const stale = [String(process.pid), dir, '1', '9', '', '', ''].join('\n');
    writeFileSync(join(dir, 'postgres', 'cluster', 'postmaster.pid'), stale);
    const lease = await leaseServices(options({ needs: ['postgres'] }));
    expect(await query(lease.databaseUrl, 'select value from kept')).toEqual([42]);
    await lease.release();
  });

  it('stay for a while after the last user when they are told to linger', async () => {
    const lingering = options({ needs: ['postgres'], lingerMs: 1500 });
    const first = await leaseServices(lingering);
    await first.release();
    const again = await leaseServices(lingering);
    expect(again.databaseUrl).toBe(first.databaseUrl);
    await again.release();
    await eventually('the lingering is over', () => processesOf(dir).length === 0, 10_000);
  });

  // Elsewhere there is nothing to fall back from, or nowhere an ordinary account could get to.
  const canFallBack = process.getuid?.() === 0 && isOpenToOthers(ROOT);
  (canFallBack ? it : it.skip)(
    'run under an ordinary account where user namespaces are forbidden to root',
    async () => {
      const programs = join(dir, 'programs');
      mkdirSync(programs);
      writeFileSync(join(programs, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
      const path = process.env.PATH;
      const elsewhere = mkdtempSync(join(ROOT, '.data', 'fallback-'));
      process.env.PATH = `${programs}:${path ?? ''}`;
      try {
        const lease = await leaseServices(options({ dir: elsewhere, needs: ['postgres'] }));
        expect(await query(lease.databaseUrl, 'select 1 as value')).toEqual([1]);
        expect(statSync(`/proc/${String(processOf(elsewhere, 'bin/postgres'))}`).uid).not.toBe(0);
        await lease.release();
        expect(processesOf(elsewhere)).toEqual([]);
      } finally {
        process.env.PATH = path;
        rmSync(elsewhere, { recursive: true, force: true });
      }
    },
  );
});

function isOpenToOthers(folder: string): boolean {
  const isOpen = (statSync(folder).mode & 0o001) !== 0;
  return isOpen && (dirname(folder) === folder || isOpenToOthers(dirname(folder)));
}
