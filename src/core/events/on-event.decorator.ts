import 'reflect-metadata';
import type { EventDefinition, EventMeta } from './define-event.js';

export interface ListenerOptions {
  /**
   * True: the listener runs in one unit of work together with the mark that it is done, so its database effects happen
   * exactly once. It must then neither enqueue tasks nor reach outside. False (the default): it may do both, and is
   * called again when the process dies before the mark.
   */
  readonly atomic?: boolean;
}

export interface ListenerMark {
  readonly event: EventDefinition;
  readonly atomic: boolean;
}

export const LISTENS = Symbol('listens-to-events');

type ListenerMethod<Payload> = (payload: Payload, meta: EventMeta) => Promise<void>;

/**
 * Calls the method for each such event, in the worker, at least once; it must be idempotent. Stands in `x.listener.ts`
 * of the receiving module and only enqueues tasks or calls one service action.
 */
export function OnEvent<Payload extends object>(
  event: EventDefinition<Payload>,
  options: ListenerOptions = {},
) {
  return <Method extends ListenerMethod<Payload>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    void target;
    void key;
    const method = descriptor.value;
    if (!method) throw new Error(`@OnEvent needs a method, ${key} is none`);
    const marks = (Reflect.getMetadata(LISTENS, method) as ListenerMark[] | undefined) ?? [];
    const mark: ListenerMark = { event, atomic: options.atomic ?? false };
    Reflect.defineMetadata(LISTENS, [...marks, mark], method);
  };
}
