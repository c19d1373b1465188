import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { WaitingError } from 'bullmq';
import { Ids } from '../clock/index.js';
import { within } from './deadline.js';
import { QUEUE_NAMES, type QueueName } from './queue-profiles.js';
import { TaskRegistry } from './task-registry.js';
import { TaskRunner } from './task-runner.js';
import { TaskSchedules } from './task-schedules.js';
import { TaskStore, type TaskJob, type TaskWorker } from './task-store.js';

export interface DrainFailure {
  readonly task: string;
  readonly reason: string;
}

export interface DrainResult {
  /** Runs, tries that failed included. */
  readonly runs: number;
  readonly failures: readonly DrainFailure[];
}

export interface DrainOptions {
  /** Takes every waiting time as over, those between two tries included. */
  readonly includeDelayed?: boolean;
  /** Only these; all of them when left out. */
  readonly queues?: readonly QueueName[];
}

const LOCK_MS = 10_000;
/** How often the schedules are put right, so that a wiped queue store loses none for long. */
const SCHEDULE_CHECK_MS = 60_000;

/** The working side of the queues. Only the worker process starts it; tests drain it by hand. */
@Injectable()
export class TaskWorkers implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Tasks');
  private readonly running: TaskWorker[] = [];
  private readonly byHand = new Map<QueueName, TaskWorker>();
  private scheduleCheck: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: TaskStore,
    private readonly registry: TaskRegistry,
    private readonly runner: TaskRunner,
    private readonly schedules: TaskSchedules,
    private readonly ids: Ids,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** Checks that tasks and handlers match, sets the schedules and begins to work on every queue. */
  async start(): Promise<void> {
    this.registry.verify();
    await this.store.ensureReady();
    await this.schedules.sync();
    this.scheduleCheck = setInterval(() => {
      this.schedules
        .sync({ keepOthers: true })
        .catch((error: unknown) =>
          this.logger.warn({ message: 'Schedules could not be checked', error }),
        );
    }, SCHEDULE_CHECK_MS);
    for (const name of QUEUE_NAMES) {
      this.running.push(
        this.store.worker(name, (job, token) => this.runner.run(job, token ?? ''), true),
      );
    }
  }

  /**
   * Takes no new task and waits for the running ones; asks them to stop when most of the time is gone, and leaves what
   * is still running then: its lock runs out and another worker takes it.
   */
  async stop(deadlineMs = 10_000): Promise<void> {
    if (this.scheduleCheck) clearInterval(this.scheduleCheck);
    const closing = Promise.allSettled(this.running.splice(0).map((worker) => worker.close()));
    const calm = await within(closing, deadlineMs * 0.7);
    if (!calm) {
      this.runner.interrupt();
      if (!(await within(closing, deadlineMs * 0.3))) {
        this.logger.warn('Tasks were still running at the end of the shutdown deadline');
      }
    }
  }

  /** Runs what is due, one after the other, until nothing is left, in this process. */
  async drain(options: DrainOptions = {}): Promise<DrainResult> {
    await this.store.ensureReady();
    const failures: DrainFailure[] = [];
    let runs = 0;
    for (let before = -1; before !== runs;) {
      before = runs;
      for (const name of options.queues ?? QUEUE_NAMES) {
        if (options.includeDelayed) await this.store.queue(name).promoteJobs();
        runs += await this.drainQueue(name, failures);
      }
    }
    return { runs, failures };
  }

  private async drainQueue(name: QueueName, failures: DrainFailure[]): Promise<number> {
    const counts = await this.store.queue(name).getJobCounts('waiting', 'prioritized', 'delayed');
    if (Object.values(counts).every((count) => count === 0)) return 0;
    let worker = this.byHand.get(name);
    if (!worker) {
      worker = this.store.worker(name, () => Promise.resolve(), false);
      await worker.waitUntilReady();
      this.byHand.set(name, worker);
    }
    let runs = 0;
    for (;;) {
      const token = this.ids.next();
      const job: TaskJob | undefined = await worker.getNextJob(token, { block: false });
      if (!job) return runs;
      runs += 1;
      await this.runByHand(job, token, failures);
    }
  }

  private async runByHand(job: TaskJob, token: string, failures: DrainFailure[]): Promise<void> {
    const keepLock = setInterval(() => {
      job.extendLock(token, LOCK_MS).catch(() => undefined);
    }, LOCK_MS / 2);
    try {
      await this.runner.run(job, token);
      await job.moveToCompleted(undefined, token, false);
    } catch (error) {
      if (error instanceof WaitingError) return;
      const cause = error instanceof Error ? error : new Error(String(error));
      failures.push({ task: job.name, reason: cause.message });
      await job.moveToFailed(cause, token, false);
    } finally {
      clearInterval(keepLock);
    }
  }
}
