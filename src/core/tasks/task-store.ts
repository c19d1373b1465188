import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  Queue,
  Worker,
  createPostgresBackend,
  runMigrations,
  withBackend,
  type Job,
  type Processor,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { AppConfig } from '../config/index.js';
import { within } from './deadline.js';
import { QUEUE_NAMES, QUEUE_PROFILES, type QueueName } from './queue-profiles.js';

/** What stands in a queue for one task. Ids and scalars only: a queue is readable by whoever runs it. */
export interface TaskEnvelope {
  /** Null for a scheduled task: each of its runs gets its own. */
  readonly requestId: string | null;
  readonly payload: object;
}

export type TaskJob = Job<TaskEnvelope, void>;

/** A queue of either backend; which one it is, nothing outside this file knows. */
export type TaskBackend = Pick<
  Queue<TaskEnvelope, void>,
  | 'add'
  | 'addBulk'
  | 'close'
  | 'getJob'
  | 'getJobCounts'
  | 'getJobSchedulers'
  | 'getJobs'
  | 'obliterate'
  | 'promoteJobs'
  | 'removeJobScheduler'
  | 'upsertJobScheduler'
>;
export type TaskWorker = Pick<
  Worker<TaskEnvelope, void>,
  'close' | 'getNextJob' | 'waitUntilReady'
>;

interface Errors {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

const Postgres = withBackend(createPostgresBackend);

/** Schema of the queue tables; never our own, so a wiped queue store touches no record. */
const SCHEMA = 'bullmq';
const REDIS_PREFIX = 'gongqiao';
/** A killed worker's tasks run again after about one lock and one check. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 5_000;
/** Above any number of kills: when to give up is decided by the poison guard, not by the queue. */
const MAX_STALLED = 1_000;
const CLOSE_MS = 2_000;

/**
 * The queues, in PostgreSQL or, when REDIS_URL is set, in Redis. Connections open with the first use, so a process that
 * neither enqueues nor works has none.
 */
@Injectable()
export class TaskStore implements OnApplicationShutdown {
  private readonly logger = new Logger('Tasks');
  private readonly queues = new Map<QueueName, TaskBackend>();
  private readonly workers = new Set<TaskWorker>();
  private pool: pg.Pool | null = null;
  private client: Redis | null = null;
  private migrated: Promise<void> | null = null;

  constructor(private readonly config: AppConfig) {}

  /** Makes the queue tables where they are missing. Idempotent; several processes may call it at once. */
  ensureReady(): Promise<void> {
    this.migrated ??= this.migrate().catch((error: unknown) => {
      this.migrated = null;
      throw error;
    });
    return this.migrated;
  }

  queue(name: QueueName): TaskBackend {
    const known = this.queues.get(name);
    if (known) return known;
    const url = this.config.env.REDIS_URL;
    const queue: TaskBackend & Errors = url
      ? new Queue<TaskEnvelope, void>(name, {
          // A producer fails at once when Redis is away: the outbox keeps what could not be handed over.
          connection: { url, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
          prefix: REDIS_PREFIX,
        })
      : new Postgres.Queue<TaskEnvelope, void>(name, { connection: this.postgres() });
    queue.on('error', (error) => this.complain(name, error));
    this.queues.set(name, queue);
    return queue;
  }

  /** A worker of one queue; without `autorun` it only fetches by hand. */
  worker(name: QueueName, process: Processor<TaskEnvelope, void>, autorun: boolean): TaskWorker {
    const options = {
      autorun,
      concurrency: QUEUE_PROFILES[name].concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      maxStalledCount: MAX_STALLED,
    };
    const url = this.config.env.REDIS_URL;
    const worker: TaskWorker & Errors = url
      ? new Worker<TaskEnvelope, void>(name, process, {
          ...options,
          connection: { url, maxRetriesPerRequest: null },
          prefix: REDIS_PREFIX,
        })
      : new Postgres.Worker<TaskEnvelope, void>(name, process, {
          ...options,
          connection: this.postgres(),
        });
    worker.on('error', (error) => this.complain(name, error));
    this.workers.add(worker);
    return worker;
  }

  /** The Redis behind the queues; null where they live in PostgreSQL. */
  redis(): Redis | null {
    const url = this.config.env.REDIS_URL;
    if (!url) return null;
    if (!this.client) {
      this.client = new Redis(url, { maxRetriesPerRequest: 1, lazyConnect: true });
      this.client.on('error', (error: Error) => this.complain('redis', error));
    }
    return this.client;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  /**
   * Closes every connection. Running tasks had their time (TaskWorkers.stop); what still runs loses its connection and
   * comes back when its lock has run out.
   */
  async close(): Promise<void> {
    const open = [...this.workers, ...this.queues.values()];
    const { client, pool } = this;
    this.workers.clear();
    this.queues.clear();
    this.client = this.pool = this.migrated = null;
    await within(Promise.allSettled(open.map((each) => each.close())), CLOSE_MS);
    client?.disconnect();
    if (pool) await within(pool.end(), CLOSE_MS);
  }

  private async migrate(): Promise<void> {
    if (this.config.env.REDIS_URL) return;
    const client = await this.postgres().connect();
    try {
      await runMigrations(client, SCHEMA);
    } finally {
      client.release();
    }
  }

  private postgres(): pg.Pool {
    if (this.pool) return this.pool;
    const pool = new pg.Pool({
      connectionString: this.config.env.DATABASE_URL,
      options: `-c search_path=${SCHEMA}`,
      // Each worker keeps one connection to listen on; the rest do the work.
      max: QUEUE_NAMES.length + this.config.env.DATABASE_POOL_SIZE,
      keepAlive: true,
      application_name: 'gongqiao-tasks',
    });
    // Every queue and every worker listens for its errors, too.
    pool.setMaxListeners(2 * QUEUE_NAMES.length + 1);
    pool.on('error', (error) => this.complain('database', error));
    this.pool = pool;
    return pool;
  }

  private complain(where: string, error: Error): void {
    this.logger.warn({ message: 'The queue store complains', queue: where, error });
  }
}
