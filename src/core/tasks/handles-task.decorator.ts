import { SetMetadata } from '@nestjs/common';
import type { TaskDefinition } from './define-task.js';

/** What a handler learns besides the payload. */
export interface TaskRun {
  /** Aborted at the task's time limit and at shutdown; long work looks at it between its steps. */
  readonly signal: AbortSignal;
  /** 1 at the first try. */
  readonly attempt: number;
}

export const HANDLES = Symbol('handles-task');

type TaskMethod<Payload> = (payload: Payload, run: TaskRun) => Promise<void>;

/** Makes the method the one handler of the task. Stands in `x.processor.ts`; idempotent, no logic of its own. */
export function HandlesTask<Payload extends object>(task: TaskDefinition<Payload>) {
  return <Method extends TaskMethod<Payload>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    SetMetadata(HANDLES, task)(target, key, descriptor);
  };
}
