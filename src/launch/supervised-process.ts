import { fork, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChildMessage } from '../core/process/parent.js';
import { LaunchError } from './launch-error.js';
import { pause } from './net.js';

const FIRST_BACKOFF_MS = 1000;
const LONGEST_BACKOFF_MS = 30_000;
/** A process that ran this long had started well: its next failure is a new one. */
const STABLE_MS = 60_000;
const STOP_DEADLINE_MS = 25_000;
const LOG_LIMIT_BYTES = 20_000_000;
const LOUD_LEVELS = new Set(['warn', 'error', 'fatal']);

export interface SupervisedOptions {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Warnings of the process and what happens to it. */
  readonly say: (text: string) => void;
  /** What it reports besides being ready. */
  readonly onMessage?: (message: ChildMessage) => void;
}

/** A process of the platform that is started again when it dies, and stopped in order. */
export class SupervisedProcess {
  private child: ChildProcess | null = null;
  private isStopping = false;
  private backoffMs = FIRST_BACKOFF_MS;
  private readonly log: WriteStream;

  constructor(private readonly options: SupervisedOptions) {
    this.log = openLog(options.logFile);
  }

  /** Resolves when the process says that it works; refuses when it cannot start. */
  start(): Promise<{ readonly port: number | null }> {
    return new Promise((resolve, reject) => {
      const child = this.spawn();
      let refusal = '';
      child.on('message', (message: ChildMessage) => {
        if (message.kind === 'ready') resolve({ port: message.port ?? null });
        if (message.kind === 'refused') refusal = message.message;
        this.options.onMessage?.(message);
      });
      child.once('exit', (code, signal) => {
        const { name, logFile } = this.options;
        const why = refusal === '' ? `it ended with ${String(code ?? signal)}; see ${logFile}` : '';
        reject(new LaunchError(refusal === '' ? `The ${name} did not start: ${why}` : refusal));
      });
    });
  }

  /** From now on a death is answered with a new start. */
  keepAlive(): void {
    const child = this.child;
    if (child === null) return;
    const since = Date.now();
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void => {
      if (this.isStopping) return;
      if (Date.now() - since > STABLE_MS) this.backoffMs = FIRST_BACKOFF_MS;
      void this.restart(String(code ?? signal));
    };
    if (child.exitCode !== null || child.signalCode !== null) {
      onExit(child.exitCode, child.signalCode);
    } else child.once('exit', onExit);
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    const { child } = this;
    if (child !== null && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
      await ended;
      clearTimeout(kill);
    }
    await new Promise<void>((resolve) => this.log.end(resolve));
  }

  /** Ends it without waiting; for the second Ctrl-C. */
  kill(): void {
    this.isStopping = true;
    this.child?.kill('SIGKILL');
  }

  private async restart(ending: string): Promise<void> {
    const { name, say } = this.options;
    const waitMs = this.backoffMs;
    this.backoffMs = Math.min(this.backoffMs * 2, LONGEST_BACKOFF_MS);
    say(`The ${name} ended (${ending}); starting it again in ${String(waitMs / 1000)} s`);
    await pause(waitMs);
    if (this.isStopping) return;
    try {
      await this.start();
      say(`The ${name} works again`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
    this.keepAlive();
  }

  private spawn(): ChildProcess {
    const { script, args = [], env, say, name } = this.options;
    const child = fork(script, args, {
      env,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    child.on('error', (error) => {
      say(`The ${name}: ${error.message}`);
    });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        if (!this.log.writableEnded) this.log.write(`${line}\n`);
        const warning = warningIn(line);
        if (warning !== null) say(`${name}: ${warning}`);
      });
    }
    return child;
  }
}

/** The text of a log line that somebody should see at once. */
function warningIn(line: string): string | null {
  if (!line.startsWith('{')) return null;
  try {
    const entry = JSON.parse(line) as {
      level?: string;
      message?: string;
      error?: { message?: string };
    };
    if (!LOUD_LEVELS.has(entry.level ?? '')) return null;
    const cause = entry.error?.message;
    const text = [entry.message, cause === entry.message ? undefined : cause];
    return `${entry.level ?? ''}: ${text.filter(Boolean).join(': ')}`;
  } catch {
    return null;
  }
}

function openLog(file: string): WriteStream {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: 'a', mode: 0o600 });
}
