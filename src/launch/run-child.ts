import { fork, spawn, type ChildProcess } from 'node:child_process';
import type { ChildMessage } from '../core/process/parent.js';
import { LaunchError } from './launch-error.js';
import { ROOT } from './paths.js';

/** Runs a script of ours to its end and hears what it reports; what it printed is part of a failure. */
export function runReporting(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  onMessage: (message: ChildMessage) => void,
): { readonly child: ChildProcess; readonly done: Promise<void> } {
  const child = fork(script, args, {
    env,
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const errors: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk));
  child.on('message', onMessage);
  const done = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else {
        const said = Buffer.concat(errors).toString().trim().split('\n').slice(-15).join('\n');
        reject(new LaunchError(`${said}\n(ended with ${String(code ?? signal)})`));
      }
    });
  });
  return { child, done };
}

/** Runs a program in the foreground; signals go to it, its exit code comes back. */
export function runForeground(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass);
    process.once('disconnect', () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
