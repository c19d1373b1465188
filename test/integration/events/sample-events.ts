import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { z } from 'zod';
import { requestContext } from '../../../src/core/context/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { defineEvent, OnEvent, type EventMeta } from '../../../src/core/events/index.js';
import { requestErrors } from '../../../src/core/errors/index.js';
import { defineTask, HandlesTask, TaskQueue } from '../../../src/core/tasks/index.js';

export const orderPlaced = defineEvent('samples.orderPlaced', z.object({ number: z.int() }));
export const orderFlawed = defineEvent('samples.orderFlawed', z.object({ number: z.int() }));
export const orderCounted = defineEvent('samples.orderCounted', z.object({ number: z.int() }));
export const nobodyCares = defineEvent('samples.nobodyCares', z.object({}));

export const shipOrder = defineTask(
  'notifications',
  'samples.shipOrder',
  z.object({ number: z.int() }),
);

/** Where the listeners leave their traces. Only shipping has a unique key: the doubles of the others would show. */
export const EFFECTS = `create table effects (listener text not null, number int not null);
  create unique index uq_effects_shipping on effects (number) where listener = 'shipping'`;

/** Its effects are rows, written in the unit of work that also marks the delivery done. */
@Injectable()
export class LedgerListener {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnEvent(orderPlaced, { atomic: true })
  async onPlaced({ number }: { number: number }): Promise<void> {
    await addEffect(this.unitOfWork, 'ledger', number);
  }

  @OnEvent(orderCounted, { atomic: true })
  async onCounted({ number }: { number: number }): Promise<void> {
    await addEffect(this.unitOfWork, 'counter', number);
  }

  @OnEvent(orderFlawed)
  async onFlawed({ number }: { number: number }): Promise<void> {
    await addEffect(this.unitOfWork, 'ledger', number);
  }
}

/** Enqueues a task, as a listener does whose work is slow or leaves the database. */
@Injectable()
export class ShippingListener {
  seen: { number: number; meta: EventMeta; requestId: string; actorKind: string }[] = [];

  constructor(
    private readonly tasks: TaskQueue,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @OnEvent(orderPlaced)
  async onPlaced({ number }: { number: number }, meta: EventMeta): Promise<void> {
    const { requestId, actor } = requestContext();
    this.seen.push({ number, meta, requestId, actorKind: actor.kind });
    await this.tasks.enqueue(shipOrder, { number }, { deduplicationId: `order-${number}` });
  }

  @HandlesTask(shipOrder)
  async ship({ number }: { number: number }): Promise<void> {
    await addEffect(this.unitOfWork, 'shipping', number);
  }
}

/** Refuses while told to. */
@Injectable()
export class MoodyListener {
  refuses = true;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  @OnEvent(orderFlawed)
  async onFlawed({ number }: { number: number }): Promise<void> {
    if (this.refuses) throw requestErrors.STALE();
    await addEffect(this.unitOfWork, 'moody', number);
  }
}

async function addEffect(unitOfWork: UnitOfWork, listener: string, number: number): Promise<void> {
  await sql`insert into effects (listener, number) values (${listener}, ${number})
    on conflict do nothing`.execute(unitOfWork.sql);
}
