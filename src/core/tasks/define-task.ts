import type { z } from 'zod';
import type { QueueName } from './queue-profiles.js';

export interface TaskOptions {
  /** Tries before the task is parked as failed. Default 5. */
  readonly attempts?: number;
  /** After this its signal is aborted and the run counts as failed. Default 30 seconds. */
  readonly timeLimitMs?: number;
}

/** A kind of background work: where it runs, what it is called and what its payload looks like. */
export interface TaskDefinition<Payload extends object = object> {
  readonly queue: QueueName;
  readonly name: string;
  readonly schema: z.ZodType<Payload>;
  readonly attempts: number;
  readonly timeLimitMs: number;
}

const NAME = /^[a-z][a-zA-Z0-9-]*\.[a-z][a-zA-Z0-9]*$/;
const declared = new Map<string, TaskDefinition>();

/**
 * Declares a task in `x.tasks.ts`; exactly one `@HandlesTask` method belongs to it. The payload holds ids and scalars,
 * below 4 KB, never personal data, and only ever grows: tasks of the version before may still wait.
 *
 *     export const indexJobPosting = defineTask(
 *       'search-index',
 *       'search.indexJobPosting',
 *       z.object({ jobPostingId: z.uuid() }),
 *     );
 */
export function defineTask<Payload extends object>(
  queue: QueueName,
  name: string,
  schema: z.ZodType<Payload>,
  options: TaskOptions = {},
): TaskDefinition<Payload> {
  if (!NAME.test(name)) throw new Error(`Task name ${name} is not <module>.<verbNoun>`);
  if (declared.has(name)) throw new Error(`Task ${name} is declared twice`);
  const definition = {
    queue,
    name,
    schema,
    attempts: options.attempts ?? 5,
    timeLimitMs: options.timeLimitMs ?? 30_000,
  };
  declared.set(name, definition);
  return definition;
}

export function declaredTasks(): readonly TaskDefinition[] {
  return [...declared.values()];
}

export function findTask(name: string): TaskDefinition | null {
  return declared.get(name) ?? null;
}
