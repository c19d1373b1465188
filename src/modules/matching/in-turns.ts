import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest the process is kept from its other work, that of keeping a task's lock included. */
const TURN_MS = 50;
/** How often it is said that the work goes on. */
const SIGN_MS = 10_000;

export interface TurnOptions {
  readonly signal?: AbortSignal | undefined;
  /** Says that the work goes on; false when nobody waits for it any more. */
  readonly sign: () => Promise<boolean>;
  readonly signMs?: number;
}

/** What long steps come to, with the process doing its other work in between; null when nobody waits for it any more. */
export async function inTurns<T>(
  steps: Generator<undefined, T>,
  { signal, sign, signMs = SIGN_MS }: TurnOptions,
): Promise<T | null> {
  let since = performance.now();
  let signedAt = since;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const now = performance.now();
    if (now - since < TURN_MS) continue;
    await nextTurn();
    signal?.throwIfAborted();
    if (now - signedAt >= signMs) {
      if (!(await sign())) return null;
      signedAt = now;
    }
    since = performance.now();
  }
}
