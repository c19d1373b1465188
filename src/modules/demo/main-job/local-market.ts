import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChildMessage } from '../../../core/process/index.js';
import { PlayFailed } from './play-failed.js';

const PROGRAMS = resolve(import.meta.dirname, '../../..');
const STOP_DEADLINE_MS = 25_000;

/** API and worker in processes of their own, as in any installation, for as long as `work` runs. */
export async function withLocalMarket<T>(
  env: { readonly HOST: string; readonly DATA_DIR: string },
  work: (url: string) => Promise<T>,
): Promise<T> {
  const logs = join(env.DATA_DIR, 'logs');
  mkdirSync(logs, { recursive: true });
  const programs = [
    { name: 'main', args: [] },
    { name: 'worker', args: ['--seed'] },
  ].map(({ name, args }) => {
    const logFile = join(logs, `main-job-${name}.log`);
    const log = openSync(logFile, 'a');
    const child = fork(join(PROGRAMS, `${name}.js`), args, { stdio: ['ignore', log, log, 'ipc'] });
    return { name, logFile, child };
  });
  try {
    const [port] = await Promise.all(programs.map(whenReady));
    const host = ['0.0.0.0', '::'].includes(env.HOST) ? '127.0.0.1' : env.HOST;
    return await work(`http://${host}:${String(port)}`);
  } finally {
    await Promise.all(programs.map(({ child }) => stop(child)));
  }
}

interface Program {
  readonly name: string;
  readonly logFile: string;
  readonly child: ChildProcess;
}

/** Answers the port it listens on, if any; refuses when it cannot start. */
function whenReady({ name, logFile, child }: Program): Promise<number | null> {
  return new Promise((resolveReady, reject) => {
    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'ready') resolveReady(message.port ?? null);
      if (message.kind === 'refused') reject(new PlayFailed(message.message));
    });
    child.once('exit', () => {
      reject(new PlayFailed(`${name} did not start; what it said stands in ${logFile}`));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await Promise.race([gone, pause(STOP_DEADLINE_MS, null, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
}
