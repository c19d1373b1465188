import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { sql } from 'kysely';
import { AppConfig } from '../config/index.js';
import { createPool, UnitOfWork } from '../database/index.js';

/** PostgreSQL channel on which the ids of what has changed are sent, separated by commas. */
const CHANNEL = 'gongqiao_live';

/** Fits what PostgreSQL takes as payload of one signal, 8,000 bytes. */
const IDS_PER_SIGNAL = 200;

/** While the channel cannot be heard, everybody is woken this often. */
const POLL_MS = 1_000;
const RECONNECT_MS = 5_000;

type Wake = () => void;

/**
 * Wakes whoever follows something by its id (the notices of an account, a ceremony): one connection a process listens to
 * what all processes say. It only wakes; what is new is read from the database, so a signal that got lost costs time and
 * nothing else.
 */
@Injectable()
export class LiveSignals implements OnModuleDestroy {
  private readonly logger = new Logger('Live');
  private readonly waiting = new Map<string, Set<Wake>>();
  private readonly stopping = new AbortController();
  private loop: Promise<void> | null = null;
  private firstTry: Promise<void> | null = null;
  private isHearing = false;

  constructor(
    private readonly config: AppConfig,
    private readonly uow: UnitOfWork,
  ) {}

  /** Wakes who follows one of the ids, in whichever process, once the unit of work is committed. */
  async tell(ids: readonly string[]): Promise<void> {
    for (let start = 0; start < ids.length; start += IDS_PER_SIGNAL) {
      const payload = ids.slice(start, start + IDS_PER_SIGNAL).join(',');
      await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(this.uow.sql);
    }
  }

  /** Whether signals are heard at the moment; else everybody is woken every second. */
  get isListening(): boolean {
    return this.isHearing;
  }

  /** Calls `wake` after each signal of the id until the answer is called. Listens from the first one on. */
  async subscribe(id: string, wake: Wake): Promise<() => void> {
    const wakes = this.waiting.get(id) ?? new Set();
    this.waiting.set(id, wakes.add(wake));
    this.start();
    // What is committed after this is heard; what was before, the caller reads now.
    await this.firstTry;
    return () => {
      wakes.delete(wake);
      if (wakes.size === 0 && this.waiting.get(id) === wakes) this.waiting.delete(id);
    };
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  private start(): void {
    if (this.loop) return;
    this.firstTry = new Promise((tried) => {
      this.loop = this.run(this.stopping.signal, tried);
    });
  }

  private async run(signal: AbortSignal, tried: () => void): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.listen(signal, tried);
      } catch (error) {
        this.logger.warn({ message: 'What is live is polled for the time being', error });
      }
      this.isHearing = false;
      tried();
      await this.poll(RECONNECT_MS, signal);
    }
  }

  /** Returns when it is to stop; throws when the connection breaks. */
  private async listen(signal: AbortSignal, tried: () => void): Promise<void> {
    const { DATABASE_URL: connectionString } = this.config.env;
    const pool = createPool({ connectionString, size: 1 });
    pool.on('error', () => undefined); // the client says so itself
    try {
      const client = await pool.connect();
      const ended = new Promise<never>((_, reject) => {
        client.on('error', reject);
        client.on('end', () => reject(new Error('The connection has ended')));
      });
      ended.catch(() => undefined);
      client.on('notification', ({ payload = '' }) => {
        for (const id of payload.split(',')) this.wake(id);
      });
      try {
        await client.query(`listen ${CHANNEL}`);
        this.isHearing = true;
        // Said between the end of the connection before and now: nobody heard it.
        this.wakeAll();
        tried();
        await Promise.race([ended, aborted(signal)]);
      } finally {
        client.release(true);
      }
    } finally {
      await pool.end();
    }
  }

  private async poll(forMs: number, signal: AbortSignal): Promise<void> {
    for (let waited = 0; waited < forMs && !signal.aborted; waited += POLL_MS) {
      this.wakeAll();
      await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private wake(id: string): void {
    for (const wake of this.waiting.get(id) ?? []) wake();
  }

  private wakeAll(): void {
    for (const wakes of this.waiting.values()) for (const wake of wakes) wake();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
