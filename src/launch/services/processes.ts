import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { openSync, closeSync, readFileSync } from 'node:fs';
import { pause } from '../net.js';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Asks a process to stop and waits for it; kills it when it does not in time. */
export async function stopProcess(
  pid: number,
  signal: NodeJS.Signals,
  deadlineMs: number,
): Promise<void> {
  signalQuietly(pid, signal);
  const until = Date.now() + deadlineMs;
  while (isAlive(pid)) {
    if (Date.now() > until) {
      signalQuietly(pid, 'SIGKILL');
      return;
    }
    await pause(20);
  }
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Starts a server that outlives a Ctrl-C of the terminal; its output goes to a log file. */
export function startServer(
  program: readonly string[],
  logFile: string,
  options: SpawnOptions = {},
): ChildProcess {
  const [file = '', ...args] = program;
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(file, args, { ...options, detached: true, stdio: ['ignore', log, log] });
  } finally {
    closeSync(log);
  }
}

/** Runs a program to its end; what it printed is part of the failure. */
export function runToEnd(program: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const [file = '', ...args] = program;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const text = Buffer.concat(output).toString();
      if (code === 0) resolve(text);
      else reject(new Error(`${file} ended with ${String(code)}: ${text.trim()}`));
    });
  });
}

export function lastLines(file: string, count: number): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
