import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { decoratedMethods } from '../tasks/index.js';
import type { EventDefinition, EventMeta } from './define-event.js';
import { LISTENS, type ListenerMark } from './on-event.decorator.js';

export interface EventListener {
  /** `Class.method`: stands in the deliveries, so renaming either drops what is still open for it. */
  readonly name: string;
  readonly event: EventDefinition;
  readonly atomic: boolean;
  call(payload: object, meta: EventMeta): Promise<void>;
}

/** Which methods listen to which event, found among the providers of the application. */
@Injectable()
export class ListenerRegistry {
  private listeners: Map<string, EventListener[]> | null = null;
  private atomicNames: Set<string> | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  of(eventName: string): readonly EventListener[] {
    return this.all().get(eventName) ?? [];
  }

  find(eventName: string, listener: string): EventListener | null {
    return this.of(eventName).find(({ name }) => name === listener) ?? null;
  }

  /** Whether this listener runs in the unit of work that marks it done. */
  isAtomic(listener: string): boolean {
    return this.atomic().has(listener);
  }

  /** Names of the listeners whose effects may have left the database. */
  notAtomic(): string[] {
    const names = [...this.all().values()].flat().map(({ name }) => name);
    return [...new Set(names)].filter((name) => !this.isAtomic(name));
  }

  private all(): Map<string, EventListener[]> {
    this.listeners ??= this.scan();
    return this.listeners;
  }

  private atomic(): Set<string> {
    this.atomicNames ??= new Set(
      [...this.all().values()].flatMap((all) =>
        all.filter(({ atomic }) => atomic).map(({ name }) => name),
      ),
    );
    return this.atomicNames;
  }

  private scan(): Map<string, EventListener[]> {
    const found = new Map<string, EventListener[]>();
    for (const { name, method, call } of decoratedMethods(this.discovery, this.scanner)) {
      const marks = (Reflect.getMetadata(LISTENS, method) as ListenerMark[] | undefined) ?? [];
      for (const { event, atomic } of marks) {
        if (marks.some((mark) => mark.atomic !== atomic)) {
          throw new Error(`${name} is atomic for one event and not for another`);
        }
        const others = found.get(event.name) ?? [];
        if (others.some((other) => other.name === name)) {
          throw new Error(`Two listeners of ${event.name} are called ${name}`);
        }
        found.set(event.name, [...others, { name, event, atomic, call }]);
      }
    }
    return found;
  }
}
