import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { LaunchError } from '../launch-error.js';
import { freePort, LOOPBACK, pause } from '../net.js';
import { ROOT } from '../paths.js';
import { serverPrograms, type ServerPrograms } from './postgres-programs.js';
import { isAlive, lastLines, runToEnd, startServer, stopProcess } from './processes.js';
import type { DatabaseAddress, Service } from './service.js';
import { readState, writeState } from './state-file.js';
import { unprivileged, type RunAs } from './unprivileged.js';

const USER = 'gongqiao';
const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 20_000;
const accessShape = z.object({ password: z.string().min(1) });

/** Settings that make commits fast and lose data on a power cut: for tests only. */
const VOLATILE = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
];
const ORDINARY = [
  'max_connections=200',
  'shared_buffers=128MB',
  'max_wal_size=1GB',
  'timezone=UTC',
  'max_parallel_workers_per_gather=0',
];

export interface EmbeddedPostgresOptions {
  /** Folder that holds the cluster, its password and its log. */
  readonly dir: string;
  readonly database: string;
  readonly volatile?: boolean;
}

/** PostgreSQL from the npm package, on a free port of the loopback address, with a password of its own. */
export class EmbeddedPostgres implements Service<DatabaseAddress> {
  private readonly cluster: string;
  private readonly log: string;
  private pid: number | null = null;

  constructor(private readonly options: EmbeddedPostgresOptions) {
    this.cluster = resolve(options.dir, 'cluster');
    this.log = resolve(options.dir, 'postgres.log');
  }

  async start(): Promise<DatabaseAddress> {
    const left = this.leftover();
    if (left !== null) {
      const url = this.urlFor(left.port, this.password());
      if (await answers(url)) {
        this.pid = left.pid;
        return this.ready(left.port);
      }
      if (isPostgres(left.pid)) await stopProcess(left.pid, 'SIGINT', STOP_DEADLINE_MS);
    }
    rmSync(join(this.cluster, 'postmaster.pid'), { force: true });

    const runAs = unprivileged(ROOT, this.options.dir);
    const binaries = serverPrograms();
    if (!existsSync(join(this.cluster, 'PG_VERSION'))) await this.initialise(binaries, runAs);
    else this.refuseOtherVersion(binaries);
    const port = await freePort();
    await this.launch(binaries, runAs, port);
    return this.ready(port);
  }

  async stop(): Promise<void> {
    if (this.pid === null) return;
    // SIGINT is PostgreSQL's "fast" shutdown: sessions are ended, nothing is lost.
    await stopProcess(this.pid, 'SIGINT', STOP_DEADLINE_MS);
    this.pid = null;
  }

  private async initialise(binaries: ServerPrograms, runAs: RunAs): Promise<void> {
    rmSync(this.cluster, { recursive: true, force: true });
    mkdirSync(this.cluster, { recursive: true, mode: 0o700 });
    const password = randomBytes(24).toString('base64url');
    const passwordFile = join(this.options.dir, 'initial-password');
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (runAs.ids !== null) {
      for (const path of [this.cluster, passwordFile])
        chownSync(path, runAs.ids.uid, runAs.ids.gid);
    }
    const flags = [`--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    const locale = [
      '--locale=C.UTF-8',
      '--encoding=UTF8',
      ...(this.options.volatile ? ['--no-sync'] : []),
    ];
    try {
      await runToEnd(
        [...runAs.prefix, binaries.initdb, `--pgdata=${this.cluster}`, ...flags, ...locale],
        runAs.ids ?? {},
      );
      writeState(this.accessFile(), { password });
    } catch (error) {
      rmSync(this.cluster, { recursive: true, force: true });
      throw new LaunchError(
        `PostgreSQL could not create its data in ${this.cluster}: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  private async launch(binaries: ServerPrograms, runAs: RunAs, port: number): Promise<void> {
    const settings = [
      `listen_addresses=${LOOPBACK}`,
      `port=${String(port)}`,
      'unix_socket_directories=',
      ...ORDINARY,
      ...(this.options.volatile ? VOLATILE : []),
    ].flatMap((setting) => ['-c', setting]);
    const child = startServer(
      [...runAs.prefix, binaries.postgres, '-D', this.cluster, ...settings],
      this.log,
      runAs.ids ?? {},
    );
    let ended = false;
    child.on('error', () => (ended = true));
    child.on('exit', () => (ended = true));
    child.unref();
    const url = this.urlFor(port, this.password());
    const until = Date.now() + START_DEADLINE_MS;
    while (!(await answers(url))) {
      if (ended || Date.now() > until) {
        throw new LaunchError(
          `PostgreSQL did not start; its log (${this.log}) ends with:\n${lastLines(this.log, 8)}`,
        );
      }
      await pause(30);
    }
    this.pid = child.pid ?? null;
  }

  /** Creates the database on first use and gives its address. */
  private async ready(port: number): Promise<DatabaseAddress> {
    const password = this.password();
    const client = new Client({ connectionString: this.urlFor(port, password) });
    await client.connect();
    try {
      const { database } = this.options;
      const found = await client.query('select 1 from pg_database where datname = $1', [database]);
      if (found.rowCount === 0) await client.query(`create database "${database}"`);
    } finally {
      await client.end();
    }
    return { url: this.urlFor(port, password, this.options.database) };
  }

  /** A server that an earlier run could not stop, as its own pid file describes it. */
  private leftover(): { pid: number; port: number } | null {
    try {
      const lines = readFileSync(join(this.cluster, 'postmaster.pid'), 'utf8').split('\n');
      const [pid, port] = [Number(lines[0]), Number(lines[3])];
      return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : null;
    } catch {
      return null;
    }
  }

  private refuseOtherVersion(binaries: ServerPrograms): void {
    const have = readFileSync(join(this.cluster, 'PG_VERSION'), 'utf8').trim();
    if (have !== binaries.majorVersion) {
      throw new LaunchError(
        `${this.cluster} was made by PostgreSQL ${have}, the installed one is ${binaries.majorVersion}: move the data with a dump, or delete the folder to begin anew.`,
      );
    }
  }

  private accessFile(): string {
    return join(this.options.dir, 'access.json');
  }

  private password(): string {
    const access = readState(this.accessFile(), accessShape);
    if (access !== null) return access.password;
    throw new LaunchError(
      `${this.accessFile()} holds the password of the embedded PostgreSQL but is missing or unreadable: restore it, or delete ${this.options.dir} to begin anew.`,
    );
  }

  private urlFor(port: number, password: string, database = 'postgres'): string {
    return `postgresql://${USER}:${password}@${LOOPBACK}:${String(port)}/${database}`;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Guards against a recycled process number: only a PostgreSQL is ever stopped. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}
