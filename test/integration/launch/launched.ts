import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const ROOT = resolve(import.meta.dirname, '..', '..', '..');

/** A command of the repository, started as a person would start it, in a process group of its own. */
export interface Launched {
  readonly child: ChildProcess;
  readonly pid: number;
  output(): string;
  /** Waits until the text is printed; fails when the command ends before. */
  prints(text: string, timeoutMs?: number): Promise<void>;
  /** Exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

export function launch(
  program: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): Launched {
  const [file, ...args] = program;
  const child = spawn(file, args, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'development', ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  }
  let isOver = false;
  const ended = new Promise<number | null>((done) => {
    child.on('close', (code) => {
      isOver = true;
      done(code);
    });
  });
  return {
    child,
    pid: child.pid ?? 0,
    output: () => text,
    ended,
    async prints(wanted, timeoutMs = 120_000) {
      const until = Date.now() + timeoutMs;
      while (!text.includes(wanted)) {
        if (isOver) throw new Error(`It ended before it printed "${wanted}":\n${text}`);
        if (Date.now() > until) throw new Error(`It did not print "${wanted}":\n${text}`);
        await pause(50);
      }
    },
  };
}

/** Processes whose environment or command line names the folder: everything that was started with it. */
export function processesOf(folder: string): readonly number[] {
  const own = process.pid;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== own)
    .filter((name) =>
      ['cmdline', 'environ'].some((file) => contains(`/proc/${name}/${file}`, folder)),
    )
    .map(Number);
}

/** Of those, the ones whose command line has the word. */
export function processOf(folder: string, word: string): number {
  const found = processesOf(folder).filter((pid) => contains(`/proc/${String(pid)}/cmdline`, word));
  const [pid] = found;
  if (pid === undefined) throw new Error(`No process of ${folder} has "${word}"`);
  return pid;
}

function contains(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8').includes(text);
  } catch {
    return false;
  }
}

/** Waits until a condition holds; says which one when it does not. */
export async function eventually(
  what: string,
  holds: () => boolean | Promise<boolean>,
  timeoutMs = 30_000,
): Promise<void> {
  const until = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`Still not so: ${what}`);
    await pause(50);
  }
}

/** A port that is taken for as long as the server is open. */
export function takenPort(): Promise<{ readonly server: Server; readonly port: number }> {
  return new Promise((done, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else done({ server, port: address.port });
    });
  });
}
