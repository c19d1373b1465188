import { Injectable, Logger } from '@nestjs/common';
import { UnrecoverableError, WaitingError } from 'bullmq';
import { Ids } from '../clock/index.js';
import { runInContext, systemContext } from '../context/index.js';
import { sqlState } from '../database/index.js';
import { DomainError, type ErrorCategory } from '../errors/index.js';
import type { TaskDefinition } from './define-task.js';
import { TaskRegistry, type TaskHandler } from './task-registry.js';
import type { TaskJob } from './task-store.js';
import { TerminalTaskError } from './terminal-task-error.js';

type ParkedListener = (payload: object, reason: string) => Promise<void>;

/** A task whose worker died this often while it ran is taken for the cause. */
const POISON_STARTS = 5;
/** Refusals that the same try would meet again. */
const HOPELESS: readonly ErrorCategory[] = ['invalid', 'not_found', 'forbidden_state'];

/** One run of one task: finds the handler, restores the request, keeps the time limit, decides what a failure means. */
@Injectable()
export class TaskRunner {
  private readonly logger = new Logger('Tasks');
  private readonly parkedListeners = new Map<string, ParkedListener>();
  private shutdown = new AbortController();

  constructor(
    private readonly registry: TaskRegistry,
    private readonly ids: Ids,
  ) {}

  /** Tells the owner of a task when one is given up for good. */
  onParked<Payload extends object>(
    task: TaskDefinition<Payload>,
    listener: (payload: Payload, reason: string) => Promise<void>,
  ): void {
    this.parkedListeners.set(task.name, (payload, reason) =>
      listener(task.schema.parse(payload), reason),
    );
  }

  /** Asks every running task to stop at its next step; it then waits for another worker. */
  interrupt(): void {
    this.shutdown.abort(new Error('The worker is shutting down'));
  }

  /** Throws what the queue must know: UnrecoverableError parks the task, anything else is a failed try. */
  run(job: TaskJob, token: string): Promise<void> {
    const requestId = job.data.requestId ?? this.ids.next();
    return runInContext(systemContext(requestId), () => this.attempt(job, token));
  }

  private async attempt(job: TaskJob, token: string): Promise<void> {
    const handler = this.registry.find(job.name);
    if (!handler) return this.park(job, null, `no handler for ${job.name}`);
    if (job.stalledCounter >= POISON_STARTS) {
      return this.park(job, handler, `its worker died ${job.stalledCounter} times while it ran`);
    }
    const payload = handler.task.schema.safeParse(job.data.payload);
    if (!payload.success) return this.park(job, handler, 'its payload no longer fits its schema');

    try {
      await this.handle(handler, payload.data, job.attemptsMade + 1);
    } catch (error) {
      if (this.shutdown.signal.aborted) return this.giveBack(job, token);
      const reason = describe(error);
      const last = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
      if (last || isHopeless(error)) return this.park(job, handler, reason, error);
      this.logger.warn({ ...identity(job), message: 'Task failed, will be tried again', error });
      throw new Error(reason, { cause: error });
    }
  }

  private async handle(handler: TaskHandler, payload: object, attempt: number): Promise<void> {
    const { timeLimitMs } = handler.task;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(new TimeLimitError(timeLimitMs)), timeLimitMs);
    const signal = AbortSignal.any([limit.signal, this.shutdown.signal]);
    const stopped = new Promise<never>((_, reject) => {
      // At shutdown a handler may still finish its step; only the time limit is final.
      limit.signal.addEventListener('abort', () => reject(limit.signal.reason as Error), {
        once: true,
      });
    });
    const work = handler.handle(payload, { signal, attempt });
    // A handler that outlives its limit has nobody left to tell.
    work.catch(() => undefined);
    try {
      await Promise.race([work, stopped]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Puts an interrupted task back without counting the try. */
  private async giveBack(job: TaskJob, token: string): Promise<never> {
    await job.moveToWait(token);
    throw new WaitingError();
  }

  private async park(
    job: TaskJob,
    handler: TaskHandler | null,
    reason: string,
    error?: unknown,
  ): Promise<never> {
    this.logger.error({
      ...identity(job),
      message: `ALARM: task parked as failed: ${reason}`,
      error,
    });
    const listener = handler && this.parkedListeners.get(handler.task.name);
    if (listener) {
      await listener(job.data.payload, reason).catch((cause: unknown) =>
        this.logger.error({ ...identity(job), message: 'Parking was not noted', error: cause }),
      );
    }
    throw new UnrecoverableError(reason);
  }
}

class TimeLimitError extends Error {
  constructor(limitMs: number) {
    super(`not done within ${limitMs} ms`);
    this.name = 'TimeLimitError';
  }
}

function isHopeless(error: unknown): boolean {
  return (
    error instanceof TerminalTaskError ||
    (error instanceof DomainError && HOPELESS.includes(error.category))
  );
}

/** Says what went wrong without quoting values: database messages repeat the row they refused. */
function describe(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  if (!(error instanceof Error)) return 'unknown error';
  const state = sqlState(error);
  if (state) return `${error.name} (SQLSTATE ${state})`;
  return `${error.name}: ${error.message.split('\n', 1)[0] ?? ''}`.slice(0, 200);
}

function identity(job: TaskJob): { task: string; taskId: string | undefined; attempt: number } {
  return { task: job.name, taskId: job.id, attempt: job.attemptsMade + 1 };
}
