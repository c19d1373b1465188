import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { UnitOfWork } from '../database/index.js';

/** One listener's copy of an event, on its way to the queue. */
export interface Delivery {
  readonly eventId: string;
  readonly listener: string;
  readonly requestId: string;
}

export interface UnsentEvent {
  readonly id: string;
  readonly name: string;
  readonly requestId: string;
}

export interface DeliveredEvent {
  readonly name: string;
  readonly payload: unknown;
  readonly occurredAt: Date;
  readonly actorId: string | null;
  readonly requestId: string;
}

export interface FailedDelivery extends Delivery {
  readonly failure: string;
  readonly failedAt: Date;
  readonly attempts: number;
}

/** Sorts before every real time of sending: due at the next sweep. */
const DUE_NOW = sql<Date>`to_timestamp(0)`;
const NOW = sql<Date>`now()`;
const LONGEST_DEADLINE_S = 3_600;

/** The only writer of outbox_events and outbox_deliveries. Times are the database's: the processes' clocks may differ. */
@Injectable()
export class OutboxRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Takes unsent events in id order; what another relay has taken is passed over. Inside a unit of work. */
  claimUnsent(limit: number): Promise<UnsentEvent[]> {
    return this.unitOfWork.sql
      .selectFrom('outbox_events')
      .select(['id', 'name', 'request_id as requestId'])
      .where('sent_at', 'is', null)
      .orderBy('id')
      .limit(limit)
      .forUpdate()
      .skipLocked()
      .execute();
  }

  async markSent(eventIds: readonly string[], deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length > 0) {
      await this.unitOfWork.sql
        .insertInto('outbox_deliveries')
        .values(deliveries.map(({ eventId, listener }) => ({ event_id: eventId, listener })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    await this.unitOfWork.sql
      .updateTable('outbox_events')
      .set({ sent_at: NOW })
      .where('id', '=', anyOf(eventIds))
      .execute();
  }

  /**
   * Takes deliveries handed over before the deadline and still not done, and counts them as handed over again. The
   * deadline doubles with each time, up to an hour: where the queue is only slow, the sweep must not make it slower.
   */
  async claimOverdue(deadlineMs: number, limit: number): Promise<Delivery[]> {
    const seconds = deadlineMs / 1_000;
    const { rows } = await sql<Delivery>`
      with due as (
        select event_id, listener from outbox_deliveries
        where done_at is null and failed_at is null
          and sent_at < now() - make_interval(secs => ${seconds})
          and sent_at < now() - make_interval(
            secs => least(${seconds} * power(2, least(attempts, 10) - 1), ${LONGEST_DEADLINE_S}))
        order by sent_at limit ${limit}
        for update skip locked
      )
      update outbox_deliveries d set sent_at = now(), attempts = d.attempts + 1
      from due, outbox_events e
      where d.event_id = due.event_id and d.listener = due.listener and e.id = d.event_id
      returning d.event_id as "eventId", d.listener, e.request_id as "requestId"
    `.execute(this.unitOfWork.sql);
    return rows;
  }

  /** Notes that the queue did not take them, so that the next sweep tries again. */
  async markNotHandedOver(deliveries: readonly Delivery[]): Promise<void> {
    await sql`
      update outbox_deliveries d set sent_at = ${DUE_NOW}
      from unnest(${deliveries.map(({ eventId }) => eventId)}::uuid[],
                  ${deliveries.map(({ listener }) => listener)}::text[]) as lost (event_id, listener)
      where d.event_id = lost.event_id and d.listener = lost.listener and d.done_at is null
    `.execute(this.unitOfWork.sql);
  }

  /** The event of a delivery that is not done yet; `lock` holds the delivery for this unit of work. */
  async findOpen(eventId: string, listener: string, lock: boolean): Promise<DeliveredEvent | null> {
    const { rows } = await sql<DeliveredEvent>`
      select e.name, e.payload, e.occurred_at as "occurredAt", e.actor_id as "actorId",
             e.request_id as "requestId"
      from outbox_deliveries d join outbox_events e on e.id = d.event_id
      where d.event_id = ${eventId} and d.listener = ${listener} and d.done_at is null
      ${lock ? sql`for update of d` : sql``}
    `.execute(this.unitOfWork.sql);
    return rows[0] ?? null;
  }

  /** `note` says why when nothing was done for it. */
  async markDone(eventId: string, listener: string, note: string | null = null): Promise<void> {
    await sql`
      update outbox_deliveries set done_at = now(), failed_at = null, failure = ${note}
      where event_id = ${eventId} and listener = ${listener}
    `.execute(this.unitOfWork.sql);
  }

  async markFailed(eventId: string, listener: string, failure: string): Promise<void> {
    await this.unitOfWork.sql
      .updateTable('outbox_deliveries')
      .set({ failed_at: NOW, failure })
      .where('event_id', '=', eventId)
      .where('listener', '=', listener)
      .where('done_at', 'is', null)
      .execute();
  }

  async listFailed(limit: number): Promise<FailedDelivery[]> {
    const { rows } = await sql<FailedDelivery>`
      select d.event_id as "eventId", d.listener, e.request_id as "requestId",
             coalesce(d.failure, '') as failure, d.failed_at as "failedAt", d.attempts
      from outbox_deliveries d join outbox_events e on e.id = d.event_id
      where d.done_at is null and d.failed_at is not null
      order by d.failed_at desc limit ${limit}
    `.execute(this.unitOfWork.sql);
    return rows;
  }

  /** Opens a given-up delivery again; false when it is not one. */
  async reopenFailed(eventId: string, listener: string): Promise<boolean> {
    const { numUpdatedRows } = await this.unitOfWork.sql
      .updateTable('outbox_deliveries')
      .set({ failed_at: null, failure: null, sent_at: DUE_NOW })
      .where('event_id', '=', eventId)
      .where('listener', '=', listener)
      .where('done_at', 'is', null)
      .where('failed_at', 'is not', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Opens what these listeners finished lately: the tasks they made may be lost. How many. */
  async reopenDone(listeners: readonly string[], withinMs: number): Promise<number> {
    const { numUpdatedRows } = await this.unitOfWork.sql
      .updateTable('outbox_deliveries')
      .set({ done_at: null, sent_at: DUE_NOW })
      .where('listener', '=', sql<string>`any(${listeners}::text[])`)
      .where('done_at', '>', sql<Date>`now() - make_interval(secs => ${withinMs / 1_000})`)
      .executeTakeFirst();
    return Number(numUpdatedRows);
  }

  /** Removes events finished for that long, at most `limit`; how many. Open and given-up ones stay at any age. */
  async purgeFinished(days: number, limit: number): Promise<number> {
    const { numAffectedRows } = await sql`
      delete from outbox_events where id in (
        select e.id from outbox_events e
        where e.sent_at < now() - make_interval(days => ${days})
          and not exists (
            select from outbox_deliveries d where d.event_id = e.id and d.done_at is null
          )
        order by e.sent_at limit ${limit}
      )
    `.execute(this.unitOfWork.sql);
    return Number(numAffectedRows ?? 0n);
  }
}

function anyOf(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${ids}::uuid[])`;
}
