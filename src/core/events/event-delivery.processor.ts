import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/index.js';
import {
  DeadTasks,
  HandlesTask,
  TaskRunner,
  TerminalTaskError,
  type DeadTask,
  type DeadTaskSource,
  type TaskRun,
} from '../tasks/index.js';
import { deliverEvent, purgeFinishedEvents } from './events.tasks.js';
import { ListenerRegistry } from './listener-registry.js';
import { OutboxRepository } from './outbox.repository.js';

const KEEP_DAYS = 90;
const PURGE_BATCH = 5_000;

/** Calls one listener for one event and marks it done; keeps the truth about given-up deliveries in the database. */
@Injectable()
export class EventDeliveryProcessor implements OnModuleInit, DeadTaskSource {
  private readonly logger = new Logger('Outbox');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: OutboxRepository,
    private readonly listeners: ListenerRegistry,
    private readonly runner: TaskRunner,
    private readonly deadTasks: DeadTasks,
  ) {}

  onModuleInit(): void {
    this.runner.onParked(deliverEvent, ({ eventId, listener }, reason) =>
      this.repository.markFailed(eventId, listener, reason),
    );
    this.deadTasks.register('events', this);
  }

  @HandlesTask(deliverEvent)
  async deliver(delivery: { eventId: string; listener: string }): Promise<void> {
    if (this.listeners.isAtomic(delivery.listener)) {
      await this.unitOfWork.run(() => this.deliverOpen(delivery, true));
    } else {
      await this.deliverOpen(delivery, false);
    }
  }

  @HandlesTask(purgeFinishedEvents)
  async purge(_payload: object, run: TaskRun): Promise<void> {
    for (let removed = PURGE_BATCH; removed === PURGE_BATCH && !run.signal.aborted;) {
      removed = await this.repository.purgeFinished(KEEP_DAYS, PURGE_BATCH);
    }
  }

  async list(limit: number): Promise<DeadTask[]> {
    const failed = await this.repository.listFailed(limit);
    return failed.map(({ eventId, listener, failure, attempts, failedAt }) => ({
      id: `events/${eventId}/${listener}`,
      queue: deliverEvent.queue,
      task: deliverEvent.name,
      payload: { eventId, listener },
      reason: failure,
      attempts,
      failedAt,
    }));
  }

  /** The relay's next sweep hands it over. */
  async redrive(id: string): Promise<boolean> {
    const [, eventId, listener] = id.split('/');
    const payload = deliverEvent.schema.safeParse({ eventId, listener });
    if (!payload.success) return false;
    return this.repository.reopenFailed(payload.data.eventId, payload.data.listener);
  }

  private async deliverOpen(
    { eventId, listener }: { eventId: string; listener: string },
    lock: boolean,
  ): Promise<void> {
    const event = await this.repository.findOpen(eventId, listener, lock);
    if (!event) return;
    const { name, occurredAt, actorId, requestId } = event;
    const target = this.listeners.find(name, listener);
    if (!target) {
      this.logger.warn({ message: 'Skipped: no such listener', event: name, listener });
      return this.repository.markDone(eventId, listener, 'skipped: no such listener');
    }
    const payload = target.event.schema.safeParse(event.payload);
    if (!payload.success) throw new TerminalTaskError(`payload of ${name} does not fit`);
    await target.call(payload.data, { eventId, occurredAt, actorId, requestId });
    await this.repository.markDone(eventId, listener);
  }
}
