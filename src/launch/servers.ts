import { Client } from 'pg';
import type { Env } from '../core/config/index.js';
import { LaunchError } from './launch-error.js';
import { isListening } from './net.js';
import { inRoot } from './paths.js';
import { leaseServices, type ServicesLease } from './services/services-client.js';
import type { ServiceName } from './services/protocol.js';

/** Under the names of the settings. */
export type ServerAddresses = Readonly<
  Record<'DATABASE_URL' | 'MEILI_URL' | 'MEILI_MASTER_KEY', string>
>;

/** The servers that this run uses, whoever runs them. */
export interface Servers {
  readonly isDatabaseEmbedded: boolean;
  readonly postgres: Promise<void>;
  readonly meilisearch: Promise<void>;
  /** What the processes of the platform must be told; known when both answer. */
  readonly env: Promise<ServerAddresses>;
  /** Stops the embedded ones unless somebody else uses them. */
  release(): Promise<void>;
  onLost(listener: () => void): void;
}

export interface ServersOptions {
  readonly env: Env;
  readonly raw: NodeJS.ProcessEnv;
  /** Folder of the embedded servers, below the data folder. */
  readonly dir?: string;
  readonly database?: string;
}

/** Uses the servers that the environment names and brings the others up. */
export function bringServers({ env, raw, dir, database }: ServersOptions): Servers {
  const embedded = embeddedNames(raw);
  const searchKey = env.MEILI_MASTER_KEY;
  const started = new Map<ServiceName, () => void>();
  const signals = new Map(
    embedded.map((name) => [name, new Promise<void>((done) => started.set(name, done))]),
  );
  const lease: Promise<ServicesLease | null> =
    embedded.length === 0
      ? Promise.resolve(null)
      : leaseServices({
          dir: inRoot(dir ?? env.DATA_DIR),
          database: database ?? 'gongqiao',
          isVolatile: false,
          lingerMs: 0,
          needs: embedded,
          searchKey,
          onStarted: (name) => started.get(name)?.(),
        });
  const whenUp = async (name: ServiceName): Promise<void> => {
    const signal = signals.get(name);
    if (signal !== undefined) await Promise.race([signal, lease]);
    else if (name === 'postgres') await reachDatabase(env.DATABASE_URL);
    else await reachSearch(env.MEILI_URL, searchKey);
  };
  const [postgres, meilisearch] = [whenUp('postgres'), whenUp('meilisearch')];
  const ready = Promise.all([lease, postgres, meilisearch]).then(([held]) => ({
    DATABASE_URL: held?.databaseUrl ?? env.DATABASE_URL,
    MEILI_URL: held?.searchUrl ?? env.MEILI_URL,
    MEILI_MASTER_KEY: searchKey,
  }));
  // Each is awaited in its own step; a failure of an earlier step must not make the others "unhandled".
  for (const promise of [lease, postgres, meilisearch, ready]) promise.catch(() => undefined);
  return {
    isDatabaseEmbedded: embedded.includes('postgres'),
    postgres,
    meilisearch,
    env: ready,
    release: async () => {
      const held = await lease.catch(() => null);
      await held?.release();
    },
    onLost: (listener) => {
      void lease.then(
        (held) => held?.onLost(listener),
        () => undefined,
      );
    },
  };
}

function embeddedNames(raw: NodeJS.ProcessEnv): readonly ServiceName[] {
  const isSet = (name: string): boolean => (raw[name] ?? '').trim() !== '';
  return [
    ...(isSet('DATABASE_URL') ? [] : (['postgres'] as const)),
    ...(isSet('MEILI_URL') ? [] : (['meilisearch'] as const)),
  ];
}

const DATABASE_REASONS: Readonly<Partial<Record<string, string>>> = {
  '28P01': 'it refuses the user name or password',
  '28000': 'it refuses this user',
  '3D000': 'it has no such database',
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  ETIMEDOUT: 'it does not answer',
};

export async function reachDatabase(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const reason = DATABASE_REASONS[code ?? ''] ?? code ?? message;
    throw new LaunchError(
      `PostgreSQL at ${hostOf(databaseUrl)} cannot be used: ${reason}. Start it, correct DATABASE_URL, or unset it to use the embedded server.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function reachSearch(url: string, masterKey: string): Promise<void> {
  let status: number;
  try {
    const response = await fetch(new URL('/indexes?limit=1', url), {
      headers: { authorization: `Bearer ${masterKey}` },
      signal: AbortSignal.timeout(5000),
    });
    await response.arrayBuffer();
    status = response.status;
  } catch (error) {
    throw new LaunchError(
      `Meilisearch at ${hostOf(url)} cannot be reached. Start it, correct MEILI_URL, or unset it to use the embedded server.`,
      { cause: error },
    );
  }
  if (status === 401 || status === 403) {
    throw new LaunchError(
      `Meilisearch at ${hostOf(url)} refuses the key: set MEILI_MASTER_KEY to the one it was started with.`,
    );
  }
  if (status !== 200) {
    throw new LaunchError(`What answers at ${hostOf(url)} (MEILI_URL) is no Meilisearch.`);
  }
}

export async function reachQueue(redisUrl: string | undefined): Promise<void> {
  if (redisUrl === undefined) return;
  const { hostname, port } = new URL(redisUrl);
  if (await isListening(hostname, Number(port || 6379))) return;
  throw new LaunchError(
    `Redis at ${hostOf(redisUrl)} cannot be reached. Start it, correct REDIS_URL, or unset it to keep the queues in PostgreSQL.`,
  );
}

/** Host and port without the credentials. */
function hostOf(address: string): string {
  const { hostname, port } = new URL(address);
  return port === '' ? hostname : `${hostname}:${port}`;
}
