import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { declaredTasks, type TaskDefinition } from './define-task.js';
import { HANDLES, type TaskRun } from './handles-task.decorator.js';

export interface TaskHandler {
  readonly task: TaskDefinition;
  /** `Class.method`, for messages. */
  readonly name: string;
  handle(payload: object, run: TaskRun): Promise<void>;
}

/** Which method handles which task, found among the providers of the application. */
@Injectable()
export class TaskRegistry {
  private handlers: Map<string, TaskHandler> | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  find(taskName: string): TaskHandler | null {
    return this.all().get(taskName) ?? null;
  }

  /** Fails when a declared task has no handler; two handlers of one task fail earlier, when they are found. */
  verify(): void {
    const handlers = this.all();
    const orphans = declaredTasks().filter((task) => !handlers.has(task.name));
    if (orphans.length > 0) {
      throw new Error(`Tasks without a handler: ${orphans.map((task) => task.name).join(', ')}`);
    }
  }

  private all(): Map<string, TaskHandler> {
    this.handlers ??= this.scan();
    return this.handlers;
  }

  private scan(): Map<string, TaskHandler> {
    const found = new Map<string, TaskHandler>();
    for (const handler of decoratedMethods(this.discovery, this.scanner)) {
      const task = Reflect.getMetadata(HANDLES, handler.method) as TaskDefinition | undefined;
      if (!task) continue;
      const other = found.get(task.name);
      if (other) {
        throw new Error(`Task ${task.name} has two handlers: ${other.name} and ${handler.name}`);
      }
      found.set(task.name, { task, name: handler.name, handle: handler.call });
    }
    return found;
  }
}

interface ProviderMethod {
  readonly name: string;
  readonly method: object;
  readonly call: (...args: unknown[]) => Promise<void>;
}

/** Every method of every provider, once per class: a class provided twice is still one handler. */
export function* decoratedMethods(
  discovery: DiscoveryService,
  scanner: MetadataScanner,
): Generator<ProviderMethod> {
  const seen = new Set<object>();
  for (const wrapper of discovery.getProviders()) {
    const instance = wrapper.instance as Record<string, unknown> | null | undefined;
    if (!instance || typeof instance !== 'object' || !wrapper.isDependencyTreeStatic()) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
    if (!prototype || prototype === Object.prototype || seen.has(prototype)) continue;
    seen.add(prototype);
    for (const key of scanner.getAllMethodNames(prototype)) {
      const method = prototype[key];
      if (typeof method !== 'function') continue;
      yield {
        name: `${instance.constructor.name}.${key}`,
        method,
        call: async (...args) => {
          await (method as (...all: unknown[]) => Promise<void>).apply(instance, args);
        },
      };
    }
  }
}
