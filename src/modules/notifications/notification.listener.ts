import { Injectable } from '@nestjs/common';
import { OnEvent, type EventMeta } from '../../core/events/index.js';
import { NotificationDeliveryService } from './notification-delivery.service.js';
import type { Telling } from './notification-notices.js';
import { TELLINGS } from './notification-tellings.js';
import { deliveriesPlanned } from './notification.events.js';
import { NotificationService } from './notification.service.js';

/** Writes the notices of each event of the table: one listener method per event, made below. */
@Injectable()
export class NotificationListener {
  constructor(private readonly service: NotificationService) {}

  tell(telling: Telling, payload: object, meta: EventMeta): Promise<void> {
    return this.service.tell(telling, payload, meta);
  }
}

/** The name stands in the outbox: `identity.passwordChanged` is heard by `onIdentityPasswordChanged`. */
export function listenerName(eventName: string): string {
  return `on${eventName
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}`;
}

// The table alone says what is listened to: a row without a listener cannot be written.
for (const telling of TELLINGS) {
  const name = listenerName(telling.event.name);
  const descriptor = {
    value(this: NotificationListener, payload: object, meta: EventMeta): Promise<void> {
      return this.tell(telling, payload, meta);
    },
    configurable: true,
    writable: true,
  };
  OnEvent(telling.event, { atomic: true })(NotificationListener.prototype, name, descriptor);
  Object.defineProperty(NotificationListener.prototype, name, descriptor);
}

/** Hands the mails over to the queue, outside the unit of work that wrote the notices. */
@Injectable()
export class NotificationDeliveryListener {
  constructor(private readonly deliveries: NotificationDeliveryService) {}

  @OnEvent(deliveriesPlanned)
  planned({ aboutEventId }: { aboutEventId: string }): Promise<void> {
    return this.deliveries.enqueueAbout(aboutEventId);
  }
}
