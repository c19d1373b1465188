import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import { TaskQueue } from '../tasks/index.js';
import { findEvent } from './define-event.js';
import { deliverEvent } from './events.tasks.js';
import { ListenerRegistry } from './listener-registry.js';
import { OutboxRepository, type Delivery } from './outbox.repository.js';
import { QueueLossWatch } from './queue-loss-watch.js';

const BATCH = 500;
const POLL_MS = { least: 200, most: 1_000 };
const SWEEP_EVERY_MS = 10_000;
/** New events must not wait for a long sweep; the next one goes on. */
const SWEEP_MOST = 10_000;
/** Handed over but not done for this long: taken for lost and handed over again. */
const OVERDUE_MS = 60_000;

/**
 * Turns events into one task per listener. Several may run at once. First the deliveries are committed, then the tasks
 * are added: a crash between the two, like a queue that lost its tasks, is made good by the sweep.
 */
@Injectable()
export class OutboxRelay implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Outbox');
  private stopping: AbortController | null = null;
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: OutboxRepository,
    private readonly listeners: ListenerRegistry,
    private readonly tasks: TaskQueue,
    private readonly lossWatch: QueueLossWatch,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  /** Begins to relay until `stop`. Only the worker process does. */
  start(): void {
    if (this.stopping) return;
    this.stopping = new AbortController();
    this.loop = this.relay(this.stopping.signal);
  }

  async stop(): Promise<void> {
    this.stopping?.abort();
    await this.loop;
    this.stopping = null;
  }

  /** Hands over one batch of new events; how many there were. */
  async runOnce(): Promise<number> {
    const { events, deliveries } = await this.unitOfWork.run(async () => {
      const claimed = await this.repository.claimUnsent(BATCH);
      const planned = claimed.flatMap(({ id, name, requestId }) =>
        this.listenersOf(name).map((listener) => ({ eventId: id, listener, requestId })),
      );
      if (claimed.length > 0) {
        await this.repository.markSent(
          claimed.map(({ id }) => id),
          planned,
        );
      }
      return { events: claimed.length, deliveries: planned };
    });
    await this.handOver(deliveries);
    return events;
  }

  /** Hands over again what is not done after the deadline, however old; how many deliveries. */
  async sweep(overdueMs = OVERDUE_MS): Promise<number> {
    for (let total = 0; ;) {
      const overdue = await this.repository.claimOverdue(overdueMs, BATCH);
      if (overdue.length > 0) {
        this.logger.warn({ message: 'Deliveries handed over again', count: overdue.length });
        await this.handOver(overdue);
      }
      total += overdue.length;
      if (overdue.length < BATCH || total >= SWEEP_MOST) return total;
    }
  }

  private async relay(signal: AbortSignal): Promise<void> {
    let pauseMs = POLL_MS.least;
    let sweptAt = 0;
    while (!signal.aborted) {
      let sent = 0;
      try {
        sent = await this.runOnce();
        if (Date.now() - sweptAt >= SWEEP_EVERY_MS) {
          await this.lossWatch.check();
          await this.sweep();
          sweptAt = Date.now();
        }
      } catch (error) {
        this.logger.error({ message: 'The relay will try again', error });
      }
      pauseMs = sent > 0 ? POLL_MS.least : Math.min(pauseMs * 1.25, POLL_MS.most);
      if (sent < BATCH) await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async handOver(deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    try {
      await this.tasks.enqueueMany(
        deliverEvent,
        deliveries.map(({ eventId, listener, requestId }) => ({
          payload: { eventId, listener },
          requestId,
          deduplicationId: `${eventId}-${listener}`,
        })),
      );
    } catch (error) {
      await this.repository.markNotHandedOver(deliveries);
      throw error;
    }
  }

  private listenersOf(eventName: string): string[] {
    if (!findEvent(eventName)) {
      this.logger.warn({ message: 'Skipped an event nobody declares any more', event: eventName });
    }
    return this.listeners.of(eventName).map(({ name }) => name);
  }
}
