import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { AppConfig } from '../../core/config/index.js';
import { createPool } from '../../core/database/index.js';

/** PostgreSQL channel on which the ids of accounts with new notices are sent, separated by commas. */
export const SIGNAL_CHANNEL = 'gongqiao_notifications';

/** While the channel cannot be heard, everybody is woken this often. */
const POLL_MS = 1_000;
const RECONNECT_MS = 5_000;

type Wake = () => void;

/**
 * Wakes whoever waits for notices of an account: one connection a process listens to what all workers say. It only
 * wakes; what is new is read from the database, so a signal that got lost costs time and nothing else.
 */
@Injectable()
export class NotificationSignals implements OnModuleDestroy {
  private readonly logger = new Logger('Notifications');
  private readonly waiting = new Map<string, Set<Wake>>();
  private readonly stopping = new AbortController();
  private loop: Promise<void> | null = null;
  private firstTry: Promise<void> | null = null;
  private isHearing = false;

  constructor(private readonly config: AppConfig) {}

  /** Whether signals are heard at the moment; else everybody is woken every second. */
  get isListening(): boolean {
    return this.isHearing;
  }

  /** Calls `wake` after each new notice of the account until the answer is called. Listens from the first one on. */
  async subscribe(accountId: string, wake: Wake): Promise<() => void> {
    const wakes = this.waiting.get(accountId) ?? new Set();
    this.waiting.set(accountId, wakes.add(wake));
    this.start();
    // What is committed after this is heard; what was before, the caller reads now.
    await this.firstTry;
    return () => {
      wakes.delete(wake);
      if (wakes.size === 0 && this.waiting.get(accountId) === wakes) this.waiting.delete(accountId);
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
        this.logger.warn({ message: 'Live notices are polled for the time being', error });
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
        for (const accountId of payload.split(',')) this.wake(accountId);
      });
      try {
        await client.query(`listen ${SIGNAL_CHANNEL}`);
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

  private wake(accountId: string): void {
    for (const wake of this.waiting.get(accountId) ?? []) wake();
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
