import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { describeFailure } from '../launch-error.js';
import { linesOf, LOOPBACK } from '../net.js';
import { EmbeddedMeilisearch } from './embedded-meilisearch.js';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { HostLock } from './host-lock.js';
import {
  hostFiles,
  requestShape,
  type Answer,
  type HostOptions,
  type ServiceName,
} from './protocol.js';
import { writeState } from './state-file.js';

interface Started {
  readonly databaseUrl: string | null;
  readonly searchUrl: string | null;
}

/**
 * Keeps the embedded servers for as long as somebody is connected. A connection is a reference that the
 * operating system takes back when its process dies, however it dies, so nothing is left running.
 */
export class ServicesHost {
  private readonly token = randomBytes(24).toString('base64url');
  private readonly lock: HostLock;
  private readonly postgres: EmbeddedPostgres;
  private readonly meilisearch: EmbeddedMeilisearch;
  private readonly starting = new Map<ServiceName, Promise<Started>>();
  private readonly clients = new Set<Socket>();
  private server: Server | null = null;
  private linger: NodeJS.Timeout | null = null;
  private stopping: Promise<void> | null = null;

  constructor(
    private readonly options: HostOptions,
    private readonly searchKey: string,
    private readonly onClosed: () => void,
  ) {
    mkdirSync(options.dir, { recursive: true, mode: 0o700 });
    this.lock = new HostLock(join(options.dir, hostFiles.lock));
    this.postgres = new EmbeddedPostgres({
      dir: join(options.dir, 'postgres'),
      database: options.database,
      volatile: options.isVolatile,
    });
    this.meilisearch = new EmbeddedMeilisearch({
      dir: join(options.dir, 'meilisearch'),
      masterKey: searchKey,
    });
  }

  /** False when another host already looks after this folder. */
  async open(): Promise<boolean> {
    if (!this.lock.take()) return false;
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      this.greet(socket);
    });
    this.server = server;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, LOOPBACK, resolve);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The host has no port');
    writeState(join(this.options.dir, hostFiles.state), {
      pid: process.pid,
      port: address.port,
      token: this.token,
    });
    this.stopWhenAlone(Math.max(this.options.lingerMs, 10_000));
    return true;
  }

  /** Ends the servers and calls `onClosed`; safe to call more than once. */
  close(): Promise<void> {
    this.stopping ??= this.shutDown().finally(this.onClosed);
    return this.stopping;
  }

  private async shutDown(): Promise<void> {
    rmSync(join(this.options.dir, hostFiles.state), { force: true });
    this.server?.close();
    await Promise.allSettled(this.starting.values());
    await Promise.allSettled([this.postgres.stop(), this.meilisearch.stop()]);
    this.lock.release();
  }

  private greet(socket: Socket): void {
    if (this.stopping !== null) {
      socket.destroy();
      return;
    }
    const timer = setTimeout(() => socket.destroy(), 5000);
    const lines = linesOf(socket);
    lines.once('line', (line) => {
      clearTimeout(timer);
      const request = requestShape.safeParse(parseJson(line));
      if (!request.success || !this.isOurs(request.data.token)) {
        socket.destroy();
        return;
      }
      this.welcome(socket, request.data.needs);
    });
  }

  private welcome(socket: Socket, needs: readonly ServiceName[]): void {
    if (this.linger !== null) clearTimeout(this.linger);
    this.linger = null;
    this.clients.add(socket);
    socket.on('end', () => {
      this.dismiss(socket);
    });
    socket.on('close', () => {
      this.dismiss(socket);
    });
    void this.serve(socket, needs);
  }

  private dismiss(socket: Socket): void {
    const isLast = this.clients.size === 1 && this.clients.has(socket);
    if (isLast && this.options.lingerMs === 0) {
      // The connection ends with this process, when everything has stopped: the last client waits for that.
      void this.close();
      return;
    }
    if (!this.clients.delete(socket)) return;
    socket.end();
    if (this.clients.size === 0) this.stopWhenAlone(this.options.lingerMs);
  }

  private stopWhenAlone(afterMs: number): void {
    this.linger = setTimeout(() => {
      if (this.clients.size === 0) void this.close();
    }, afterMs);
  }

  private async serve(socket: Socket, needs: readonly ServiceName[]): Promise<void> {
    const say = (answer: Answer): void => {
      if (socket.writable) socket.write(`${JSON.stringify(answer)}\n`);
    };
    try {
      const started = await Promise.all(
        needs.map(async (service) => {
          const since = Date.now();
          const result = await this.ensure(service);
          say({ kind: 'started', service, ms: Date.now() - since });
          return result;
        }),
      );
      const databaseUrl = started.find((entry) => entry.databaseUrl !== null)?.databaseUrl ?? null;
      const searchUrl = started.find((entry) => entry.searchUrl !== null)?.searchUrl ?? null;
      const searchKey = searchUrl === null ? null : this.searchKey;
      say({ kind: 'ready', databaseUrl, searchUrl, searchKey });
    } catch (error) {
      say({ kind: 'failed', message: describeFailure(error) });
    }
  }

  private ensure(service: ServiceName): Promise<Started> {
    const running = this.starting.get(service);
    if (running !== undefined) return running;
    const start = service === 'postgres' ? this.startPostgres() : this.startMeilisearch();
    this.starting.set(service, start);
    // A failed start may be tried again by the next client.
    start.catch(() => this.starting.delete(service));
    return start;
  }

  private async startPostgres(): Promise<Started> {
    mkdirSync(join(this.options.dir, 'postgres'), { recursive: true, mode: 0o711 });
    const { url } = await this.postgres.start();
    return { databaseUrl: url, searchUrl: null };
  }

  private async startMeilisearch(): Promise<Started> {
    const { url } = await this.meilisearch.start();
    return { databaseUrl: null, searchUrl: url };
  }

  private isOurs(token: string): boolean {
    const [given, own] = [Buffer.from(token), Buffer.from(this.token)];
    return given.length === own.length && timingSafeEqual(given, own);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
