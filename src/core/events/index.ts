export {
  declaredEvents,
  defineEvent,
  findEvent,
  type EventDefinition,
  type EventMeta,
} from './define-event.js';
export { OnEvent, type ListenerOptions } from './on-event.decorator.js';
export { Outbox, type EventSubject, type RecordedEvent } from './outbox.js';
export { OutboxRelay } from './outbox-relay.js';
export { ListenerRegistry, type EventListener } from './listener-registry.js';
export { EventsModule } from './events.module.js';
