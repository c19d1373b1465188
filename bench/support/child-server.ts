import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';

export interface ChildServer {
  readonly url: string;
  /** Memory the process holds now, in MB; null where the system does not say it through /proc. */
  memoryMb(): number | null;
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Sent to the program when it has started. */
  readonly data?: object;
  /** A compiled program needs none of this process's loaders. */
  readonly compiled?: boolean;
}

/** Starts a server as a process of its own, which says `{ kind: 'ready', port }` when it listens. */
export async function startServer(script: string, options: ChildOptions): Promise<ChildServer> {
  const child = fork(script, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    ...(options.compiled && { execArgv: [] }),
    env: { ...process.env, NODE_ENV: 'production', ...options.env },
  });
  if (options.data) child.send(options.data);
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => [{ kind: 'ended', message: `with ${String(code)}` }]),
  ])) as [{ kind: string; port?: number; message?: string }];
  if (message.kind !== 'ready' || message.port === undefined)
    throw new Error(`${script} did not start: ${message.message ?? message.kind}`);
  return {
    url: `http://127.0.0.1:${message.port}/graphql`,
    memoryMb: () => memoryMb(child),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

function memoryMb({ pid }: ChildProcess): number | null {
  const file = `/proc/${pid ?? 0}/status`;
  if (!existsSync(file)) return null;
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1];
  return kib === undefined ? null : Math.round(Number(kib) / 1024);
}
