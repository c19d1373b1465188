import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { EventDeliveryProcessor } from './event-delivery.processor.js';
import { ListenerRegistry } from './listener-registry.js';
import { OutboxRelay } from './outbox-relay.js';
import { OutboxRepository } from './outbox.repository.js';
import { Outbox } from './outbox.js';
import { QueueLossWatch } from './queue-loss-watch.js';

/** Domain events. Part of every process; only the worker process calls `OutboxRelay.start()`. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    Outbox,
    OutboxRepository,
    ListenerRegistry,
    OutboxRelay,
    EventDeliveryProcessor,
    QueueLossWatch,
  ],
  exports: [Outbox, OutboxRelay, ListenerRegistry],
})
export class EventsModule {}
