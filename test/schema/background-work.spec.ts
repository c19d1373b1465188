import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { z } from 'zod';
import {
  declaredEvents,
  defineEvent,
  ListenerRegistry,
  OnEvent,
} from '../../src/core/events/index.js';
import {
  declaredTasks,
  defineTask,
  HandlesTask,
  TaskRegistry,
} from '../../src/core/tasks/index.js';
import { createWorkerContext } from '../support/worker.js';

describe('background work of the worker process', () => {
  it('has exactly one handler for every task, and can find every listener again', async () => {
    const context = await createWorkerContext();
    try {
      const tasks = context.get(TaskRegistry);
      const listeners = context.get(ListenerRegistry);
      expect(declaredTasks().length).toBeGreaterThan(0);
      expect(() => tasks.verify()).not.toThrow();
      for (const task of declaredTasks()) expect(tasks.find(task.name)?.task).toBe(task);
      for (const event of declaredEvents())
        for (const listener of listeners.of(event.name))
          expect(listeners.find(event.name, listener.name)).toBe(listener);
    } finally {
      await context.close();
    }
  });
});

describe('the registries find what breaks them', () => {
  /** Declared only now, or the worker process above would miss a handler. */
  function samples() {
    const task = defineTask('maintenance', 'sample.tidyUp', z.object({ id: z.uuid() }));
    const event = defineEvent('sample.tidiedUp', z.object({ id: z.uuid() }));

    @Injectable()
    class First {
      @HandlesTask(task)
      async handle(): Promise<void> {}
    }
    @Injectable()
    class Second {
      @HandlesTask(task)
      async handle(): Promise<void> {}
    }
    @Injectable()
    class Listener {
      @OnEvent(event)
      async hear(): Promise<void> {}
    }
    return { event, First, Second, Listener };
  }
  let declared: ReturnType<typeof samples>;
  beforeAll(() => {
    declared = samples();
  });

  async function withProviders<T>(
    providers: (new () => object)[],
    look: (tasks: TaskRegistry, listeners: ListenerRegistry) => T,
  ): Promise<T> {
    @Module({
      imports: [DiscoveryModule],
      providers: [TaskRegistry, ListenerRegistry, ...providers],
    })
    class SampleModule {}
    const context = await NestFactory.createApplicationContext(SampleModule, { logger: false });
    try {
      return look(context.get(TaskRegistry), context.get(ListenerRegistry));
    } finally {
      await context.close();
    }
  }

  it('a task nobody handles', async () => {
    await withProviders([], (tasks) => expect(() => tasks.verify()).toThrow('sample.tidyUp'));
  });

  it('a task two handle', async () => {
    await withProviders([declared.First, declared.Second], (tasks) =>
      expect(() => tasks.find('sample.tidyUp')).toThrow('Task sample.tidyUp has two handlers'),
    );
  });

  it('a listener that can be found by its name', async () => {
    await withProviders([declared.First, declared.Listener], (tasks, listeners) => {
      expect(tasks.find('sample.tidyUp')?.name).toBe('First.handle');
      expect(listeners.of('sample.tidiedUp').map(({ name }) => name)).toEqual(['Listener.hear']);
      expect(listeners.find('sample.tidiedUp', 'Listener.hear')?.event).toBe(declared.event);
      expect(listeners.find('sample.tidiedUp', 'Gone.hear')).toBeNull();
    });
  });
});
