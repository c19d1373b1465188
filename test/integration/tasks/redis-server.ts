import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export interface RedisServer {
  readonly url: string;
  /** Removes everything, as a lost disk would. */
  wipe(): Promise<void>;
  kill(): Promise<void>;
  /** Starts it anew after a kill, on the same port and without what it held. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Whether this machine has the program; without it the specs of that backend say that they skip. */
export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of one spec, on a free port, with its data in a folder of its own. */
export async function startRedisServer(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'gongqiao-redis-'));
  const port = await freePort();
  let stop = await launch(port, folder);
  return {
    url: `redis://127.0.0.1:${port}`,
    wipe: async () => {
      const client = new Redis(port);
      await client.flushall();
      client.disconnect();
    },
    kill: () => stop('SIGKILL'),
    restart: async () => {
      stop = await launch(port, folder);
    },
    stop: async () => {
      await stop('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, folder: string) {
  const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const server = spawn('redis-server', [...options, '--maxmemory-policy', 'noeviction'], {
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const client = new Redis(port, { retryStrategy: () => 50, maxRetriesPerRequest: 100 });
  client.on('error', () => undefined);
  await client.ping();
  client.disconnect();
  return async (signal: NodeJS.Signals): Promise<void> => {
    server.kill(signal);
    await gone;
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
