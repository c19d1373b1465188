import { Injectable } from '@nestjs/common';
import { findTask } from './define-task.js';
import { QUEUE_NAMES, type QueueName } from './queue-profiles.js';
import { jobOptions } from './task-queue.js';
import { TaskStore, type TaskJob } from './task-store.js';

/** A task that was given up: what it was, why, since when. */
export interface DeadTask {
  /** What `redrive` takes: `<queue>/<id within the queue>`. */
  readonly id: string;
  readonly queue: QueueName;
  readonly task: string;
  readonly payload: object;
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: Date | null;
}

/** Another place that knows the dead tasks of a queue better than the queue store does. */
export interface DeadTaskSource {
  list(limit: number): Promise<DeadTask[]>;
  redrive(id: string): Promise<boolean>;
}

/** What the administrator sees of failed background work, and the way to have it tried again. */
@Injectable()
export class DeadTasks {
  private readonly sources = new Map<QueueName, DeadTaskSource>();

  constructor(private readonly store: TaskStore) {}

  /** Makes `source` answer for one queue. */
  register(queue: QueueName, source: DeadTaskSource): void {
    this.sources.set(queue, source);
  }

  /** Newest first, at most `limit` per queue. */
  async list(limit = 100): Promise<DeadTask[]> {
    await this.store.ensureReady();
    const lists = await Promise.all(
      QUEUE_NAMES.map((name) => this.sources.get(name)?.list(limit) ?? this.failed(name, limit)),
    );
    return lists.flat().sort((a, b) => (b.failedAt?.getTime() ?? 0) - (a.failedAt?.getTime() ?? 0));
  }

  /** Has one dead task tried anew with all its attempts; false when there is none of that id. */
  async redrive(id: string): Promise<boolean> {
    await this.store.ensureReady();
    const slash = id.indexOf('/');
    const queueName = QUEUE_NAMES.find((name) => name === id.slice(0, slash));
    if (!queueName) return false;
    const source = this.sources.get(queueName);
    if (source) return source.redrive(id);
    const job = await this.store.queue(queueName).getJob(id.slice(slash + 1));
    if (!job || (await job.getState()) !== 'failed') return false;
    return this.enqueueAgain(queueName, job);
  }

  /** Has all of them tried anew; how many. What fails again meanwhile is left for the next call. */
  async redriveAll(): Promise<number> {
    const before = Date.now();
    for (let redriven = 0; ;) {
      const dead = (await this.list()).filter(
        ({ failedAt }) => (failedAt?.getTime() ?? 0) <= before,
      );
      let count = 0;
      for (const { id } of dead) if (await this.redrive(id)) count += 1;
      if (count === 0) return redriven;
      redriven += count;
    }
  }

  private async failed(queue: QueueName, limit: number): Promise<DeadTask[]> {
    const jobs = await this.store.queue(queue).getJobs(['failed'], 0, limit - 1, false);
    return jobs.map((job) => ({
      id: `${queue}/${job.id ?? ''}`,
      queue,
      task: job.name,
      payload: job.data.payload,
      reason: job.failedReason,
      attempts: job.attemptsMade,
      failedAt: job.finishedOn === undefined ? null : new Date(job.finishedOn),
    }));
  }

  /** A new item instead of a retry: the old one keeps its count of stalls, which would park it at once. */
  private async enqueueAgain(queue: QueueName, job: TaskJob): Promise<boolean> {
    const task = findTask(job.name);
    if (!task) return false;
    await this.store.queue(queue).add(job.name, job.data, jobOptions(task, {}));
    await job.remove();
    return true;
  }
}
