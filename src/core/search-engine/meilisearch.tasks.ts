import { setTimeout as sleep } from 'node:timers/promises';
import type { Meilisearch } from 'meilisearch';
import { spoken } from './meilisearch.errors.js';
import { SearchTaskFailed, SearchTaskPending } from './search-engine.errors.js';
import type { WaitOptions } from './search-engine.port.js';

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 250;

/** The engine accepts a change before it applies it: nothing is done until its task has reached a final state. */
export async function awaitTask(
  client: Meilisearch,
  taskId: number,
  { timeoutMs = 30_000, signal }: WaitOptions = {},
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_PAUSE_MS)) {
    signal?.throwIfAborted();
    const task = await spoken(() => client.tasks.getTask(taskId));
    if (task.status === 'succeeded') return;
    if (task.status === 'failed' || task.status === 'canceled') {
      const { code, message } = task.error ?? {
        code: task.status,
        message: 'The task was cancelled',
      };
      throw new SearchTaskFailed(taskId, code, message);
    }
    if (performance.now() >= deadline) throw new SearchTaskPending(taskId);
    await sleep(pauseMs, undefined, { signal });
  }
}
