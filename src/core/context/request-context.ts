import { AsyncLocalStorage } from 'node:async_hooks';
import { ANONYMOUS, SYSTEM, type Actor } from '../auth/actor.js';

export type Locale = 'zh-CN' | 'en';

/** What is known about the work in hand: one per HTTP request, task run or command. */
export interface RequestContext {
  readonly requestId: string;
  readonly locale: Locale;
  /** Network address of the caller; only for rate limits, never logged with personal data. */
  readonly clientAddress: string | null;
  readonly userAgent: string | null;
  readonly actor: Actor;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` with `context`; everything it calls, however deep, sees it through `requestContext()`. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

const OUTSIDE: RequestContext = {
  requestId: 'none',
  locale: 'zh-CN',
  clientAddress: null,
  userAgent: null,
  actor: ANONYMOUS,
};

export function requestContext(): RequestContext {
  return storage.getStore() ?? OUTSIDE;
}

/** A context for work no person asked for: schedulers, task runs, commands. */
export function systemContext(requestId: string): RequestContext {
  return { ...OUTSIDE, requestId, actor: SYSTEM };
}
