import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { requestContext } from '../../../src/core/context/index.js';
import { inputErrors, requestErrors } from '../../../src/core/errors/index.js';
import {
  defineTask,
  HandlesTask,
  TerminalTaskError,
  type TaskRun,
} from '../../../src/core/tasks/index.js';

export const noteNumber = defineTask(
  'matching',
  'samples.noteNumber',
  z.object({ number: z.int(), text: z.string().optional() }),
);
export const failAs = defineTask(
  'documents',
  'samples.failAs',
  z.object({ kind: z.enum(['refusal', 'rival', 'terminal', 'once']) }),
);
export const waitForSignal = defineTask('statistics', 'samples.waitForSignal', z.object({}), {
  timeLimitMs: 300,
});
export const waitPatiently = defineTask('imports', 'samples.waitPatiently', z.object({}));
export interface Note {
  readonly number: number;
  readonly requestId: string;
  readonly actorKind: string;
}

/** Writes down what its tasks were called with. */
@Injectable()
export class SampleProcessor {
  readonly notes: Note[] = [];
  readonly attempts: number[] = [];
  /** While set, `noteNumber` waits for it. */
  gate: Promise<void> | null = null;
  waiting = 0;

  @HandlesTask(noteNumber)
  async note({ number }: { number: number }): Promise<void> {
    const { requestId, actor } = requestContext();
    this.notes.push({ number, requestId, actorKind: actor.kind });
    await this.gate;
  }

  @HandlesTask(failAs)
  async fail({ kind }: { kind: string }, run: TaskRun): Promise<void> {
    this.attempts.push(run.attempt);
    if (kind === 'refusal') throw inputErrors.MALFORMED();
    if (kind === 'rival') throw requestErrors.STALE();
    if (kind === 'terminal') throw new TerminalTaskError('never');
    if (run.attempt === 1) throw new Error('not this time');
    return Promise.resolve();
  }

  @HandlesTask(waitForSignal)
  async wait(_payload: object, run: TaskRun): Promise<void> {
    await untilAborted(run.signal);
  }

  @HandlesTask(waitPatiently)
  async waitLong(_payload: object, run: TaskRun): Promise<void> {
    this.waiting += 1;
    this.attempts.push(run.attempt);
    await untilAborted(run.signal);
    run.signal.throwIfAborted();
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
}
