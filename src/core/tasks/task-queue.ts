import { Injectable } from '@nestjs/common';
import type { JobsOptions } from 'bullmq';
import { Ids } from '../clock/index.js';
import { requestContext } from '../context/index.js';
import { UnitOfWork } from '../database/index.js';
import { within } from './deadline.js';
import type { TaskDefinition } from './define-task.js';
import { TaskStore, type TaskEnvelope } from './task-store.js';

export interface EnqueueOptions {
  /**
   * While such a task waits, another one with the same id is not added; while one runs, the newest is kept and runs
   * after it. So the last state is always worked on, and never twice at once. Letters, digits, `-`, `_` and `.`.
   */
  readonly deduplicationId?: string;
  /** Not before this long from now; at most one day (later is what a schedule is for). */
  readonly delayMs?: number;
  /** 1 is most urgent; tasks without a priority go before all of them. */
  readonly priority?: number;
}

export interface Enqueued<Payload> extends EnqueueOptions {
  readonly payload: Payload;
  /** Request the work belongs to when it is not the current one. */
  readonly requestId?: string;
}

export const MAX_PAYLOAD_BYTES = 4_096;
const MAX_DELAY_MS = 24 * 3_600_000;
/** A queue that does not answer within this counts as away. */
const HAND_OVER_MS = 10_000;
const BATCH = 1_000;
const DEDUPLICATION_ID = /^[A-Za-z0-9._-]{1,200}$/;

const DEFAULTS: JobsOptions = {
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  // Nobody reads finished tasks, and counting them out costs more than running one.
  removeOnComplete: true,
  removeOnFail: { age: 14 * 24 * 3_600 },
  // Stacks quote statements and values; the log has them, the queue must not.
  stackTraceLimit: 0,
};

/** Hands tasks to the worker. Called by event listeners, schedules and task handlers, never inside a unit of work. */
@Injectable()
export class TaskQueue {
  constructor(
    private readonly store: TaskStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  enqueue<Payload extends object>(
    task: TaskDefinition<Payload>,
    payload: Payload,
    options: EnqueueOptions = {},
  ): Promise<void> {
    return this.enqueueMany(task, [{ payload, ...options }]);
  }

  async enqueueMany<Payload extends object>(
    task: TaskDefinition<Payload>,
    entries: readonly Enqueued<Payload>[],
  ): Promise<void> {
    if (this.unitOfWork.isOpen) {
      throw new Error(`${task.name} enqueued inside a unit of work: record an event instead`);
    }
    const jobs = entries.map((entry) => ({
      name: task.name,
      data: this.envelope(task, entry),
      opts: jobOptions(task, entry),
    }));
    if (jobs.length === 0) return;
    await this.store.ensureReady();
    const queue = this.store.queue(task.queue);
    for (let start = 0; start < jobs.length; start += BATCH) {
      const added = queue.addBulk(jobs.slice(start, start + BATCH));
      if (!(await within(added, HAND_OVER_MS))) {
        throw new Error(`The queue did not answer within ${HAND_OVER_MS} ms`);
      }
    }
  }

  private envelope<Payload extends object>(
    task: TaskDefinition<Payload>,
    entry: Enqueued<Payload>,
  ): TaskEnvelope {
    const current = requestContext().requestId;
    const envelope: TaskEnvelope = {
      requestId: entry.requestId ?? (current === 'none' ? this.ids.next() : current),
      payload: asJson(task.schema.parse(entry.payload)),
    };
    const bytes = Buffer.byteLength(JSON.stringify(envelope));
    if (bytes >= MAX_PAYLOAD_BYTES) {
      throw new Error(
        `${task.name}: ${bytes} bytes of payload; below ${MAX_PAYLOAD_BYTES}, ids only`,
      );
    }
    return envelope;
  }
}

/** Options of a queue item made for this task, also used for scheduled ones. */
export function jobOptions(task: TaskDefinition, options: EnqueueOptions): JobsOptions {
  const { deduplicationId, delayMs, priority } = options;
  if (deduplicationId !== undefined && !DEDUPLICATION_ID.test(deduplicationId)) {
    throw new Error(`${task.name}: "${deduplicationId}" cannot be a deduplication id`);
  }
  if (delayMs !== undefined && !(delayMs >= 0 && delayMs <= MAX_DELAY_MS)) {
    throw new Error(`${task.name}: a delay of ${delayMs} ms; a day at most`);
  }
  return {
    ...DEFAULTS,
    attempts: task.attempts,
    ...(delayMs ? { delay: delayMs } : {}),
    ...(priority !== undefined ? { priority } : {}),
    ...(deduplicationId !== undefined
      ? // Ids are per queue in the store, per task for us.
        { deduplication: { id: `${task.name}-${deduplicationId}`, keepLastIfActive: true } }
      : {}),
  };
}

function asJson(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}
