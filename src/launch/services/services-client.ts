import { mkdirSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import { LaunchError } from '../launch-error.js';
import { LOOPBACK, linesOf, pause } from '../net.js';
import { inRoot } from '../paths.js';
import { lastLines, startServer } from './processes.js';
import {
  answerShape,
  hostFiles,
  hostStateShape,
  type Answer,
  type HostOptions,
  type ServiceName,
} from './protocol.js';
import { readState } from './state-file.js';

const FIND_DEADLINE_MS = 60_000;

export interface ServicesLease {
  readonly databaseUrl: string | null;
  readonly searchUrl: string | null;
  readonly searchKey: string | null;
  /** Lets go; when nobody else holds them and they do not linger, resolves after they have stopped. */
  release(): Promise<void>;
  /** Called when the host goes away while we still hold the lease. */
  onLost(listener: () => void): void;
}

export interface LeaseOptions extends HostOptions {
  readonly needs: readonly ServiceName[];
  readonly searchKey: string;
  readonly onStarted?: (service: ServiceName, ms: number) => void;
}

/** Brings the embedded servers of a folder up, or joins those that are up already. */
export async function leaseServices(options: LeaseOptions): Promise<ServicesLease> {
  mkdirSync(options.dir, { recursive: true, mode: 0o700 });
  const until = Date.now() + FIND_DEADLINE_MS;
  let startedAt = 0;
  while (Date.now() < until) {
    const socket = await connect(options.dir);
    if (socket !== null) {
      const lease = await request(socket.socket, socket.token, options);
      if (lease !== null) return lease;
    } else if (Date.now() - startedAt > 5000) {
      startHost(options);
      startedAt = Date.now();
    }
    await pause(50);
  }
  const log = join(options.dir, hostFiles.log);
  throw new LaunchError(
    `The embedded servers did not come up; the log (${log}) ends with:\n${lastLines(log, 8)}`,
  );
}

function startHost({ dir, database, isVolatile, lingerMs, searchKey }: LeaseOptions): void {
  const script = inRoot('dist', 'launch', 'services', 'host.js');
  const argument = JSON.stringify({ dir, database, isVolatile, lingerMs } satisfies HostOptions);
  startServer(
    [process.execPath, '--enable-source-maps', script, argument],
    join(dir, hostFiles.log),
    {
      env: { ...process.env, GONGQIAO_SEARCH_KEY: searchKey },
    },
  ).unref();
}

async function connect(dir: string): Promise<{ socket: Socket; token: string } | null> {
  const state = readState(join(dir, hostFiles.state), hostStateShape);
  if (state === null) return null;
  const socket = createConnection({ host: LOOPBACK, port: state.port, allowHalfOpen: true });
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => {
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
  return isOpen ? { socket, token: state.token } : null;
}

/** Null when the host was just going away: the caller looks for the next one. */
async function request(
  socket: Socket,
  token: string,
  { needs, onStarted }: LeaseOptions,
): Promise<ServicesLease | null> {
  let isReleased = false;
  let lost = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      resolve();
      if (!isReleased) lost();
    });
  });
  // The host ends the connection when it stops.
  socket.on('end', () => socket.end());
  const answer = await new Promise<Answer | null>((resolve) => {
    const lines = linesOf(socket);
    lines.on('line', (line) => {
      const message = answerShape.parse(JSON.parse(line));
      if (message.kind === 'started') onStarted?.(message.service, message.ms);
      else resolve(message);
    });
    void closed.then(() => {
      resolve(null);
    });
    socket.write(`${JSON.stringify({ token, needs })}\n`);
  });
  const release = async (): Promise<void> => {
    isReleased = true;
    socket.end();
    await closed;
  };
  if (answer === null) return null;
  if (answer.kind === 'failed') {
    await release();
    throw new LaunchError(answer.message);
  }
  if (answer.kind !== 'ready') return null;
  return {
    databaseUrl: answer.databaseUrl,
    searchUrl: answer.searchUrl,
    searchKey: answer.searchKey,
    release,
    onLost: (listener) => (lost = listener),
  };
}
