import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { runInContext, systemContext } from '../context/index.js';
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
import type { EventMeta } from './define-event.js';
import { deliverEvent, purgeFinishedEvents } from './events.tasks.js';
import { ListenerRegistry } from './listener-registry.js';
import { OutboxRepository, type DeliveredEvent } from './outbox.repository.js';

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
  async deliver({ eventId, listener }: { eventId: string; listener: string }): Promise<void> {
    const event = await this.repository.findDelivery(eventId, listener);
    if (!event || event.isDone) return;
    await runInContext(systemContext(event.requestId), () => this.call(eventId, listener, event));
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

  private async call(eventId: string, name: string, event: DeliveredEvent): Promise<void> {
    const listener = this.listeners.find(event.name, name);
    if (!listener) {
      this.logger.warn({ message: 'Skipped: no such listener', event: event.name, listener: name });
      return this.repository.markDone(eventId, name, 'skipped: no such listener');
    }
    const payload = listener.event.schema.safeParse(event.payload);
    if (!payload.success) throw new TerminalTaskError(`payload of ${event.name} does not fit`);

    const { occurredAt, actorId, requestId } = event;
    const meta: EventMeta = { eventId, occurredAt, actorId, requestId };
    if (!listener.atomic) {
      await listener.call(payload.data, meta);
      return this.repository.markDone(eventId, name);
    }
    await this.unitOfWork.run(async () => {
      if (!(await this.repository.lockOpen(eventId, name))) return;
      await listener.call(payload.data, meta);
      await this.repository.markDone(eventId, name);
    });
  }
}
