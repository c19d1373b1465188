import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../clock/index.js';
import { requestContext } from '../context/index.js';
import { UnitOfWork } from '../database/index.js';
import type { EventDefinition } from './define-event.js';

/** The record an event is about, for whoever reads the outbox. */
export interface EventSubject {
  readonly type: string;
  readonly id: string;
}

export interface RecordedEvent<Payload> {
  readonly payload: Payload;
  readonly subject?: EventSubject;
}

/** Rows per statement; PostgreSQL takes at most 65,535 parameters. */
const BATCH = 1_000;

/**
 * Writes events in the transaction that made them true, so neither is there without the other; the relay hands them to
 * the listeners afterwards.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  record<Payload extends object>(
    event: EventDefinition<Payload>,
    payload: Payload,
    subject?: EventSubject,
  ): Promise<void> {
    return this.recordMany(event, [subject ? { payload, subject } : { payload }]);
  }

  /** The same for many at once, as imports need it. */
  async recordMany<Payload extends object>(
    event: EventDefinition<Payload>,
    entries: readonly RecordedEvent<Payload>[],
  ): Promise<void> {
    if (!this.unitOfWork.isOpen) {
      throw new Error(`${event.name} recorded outside a unit of work: it could outlive a rollback`);
    }
    const { actor, requestId } = requestContext();
    const occurredAt = this.clock.now();
    const rows = entries.map(({ payload, subject }) => ({
      id: this.ids.next(),
      name: event.name,
      payload: JSON.stringify(asStored(event, payload)),
      subject_type: subject?.type ?? null,
      subject_id: subject?.id ?? null,
      actor_id: actor.accountId ?? actor.apiKeyId,
      request_id: requestId,
      occurred_at: occurredAt,
    }));
    for (let start = 0; start < rows.length; start += BATCH) {
      await this.unitOfWork.sql
        .insertInto('outbox_events')
        .values(rows.slice(start, start + BATCH))
        .execute();
    }
  }
}

/** Checks the payload as the listener will read it: after its way through JSON. */
function asStored<Payload extends object>(
  event: EventDefinition<Payload>,
  payload: Payload,
): Payload {
  return event.schema.parse(JSON.parse(JSON.stringify(payload)));
}
