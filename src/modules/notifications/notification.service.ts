import { Injectable } from '@nestjs/common';
import { Outbox, type EventMeta } from '../../core/events/index.js';
import type { Telling } from './notification-notices.js';
import { NotificationReceivers } from './notification-receivers.service.js';
import { deliveriesPlanned } from './notification.events.js';
import { NotificationRepository, type NewNotification } from './notification.repository.js';

/** Turns an event into the notices of everybody it concerns. */
@Injectable()
export class NotificationService {
  constructor(
    private readonly receivers: NotificationReceivers,
    private readonly notifications: NotificationRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Within the unit of work that marks the event as told. */
  async tell(
    telling: Telling,
    payload: object,
    { eventId, actorId }: Pick<EventMeta, 'eventId' | 'actorId'>,
  ): Promise<void> {
    const entries = new Map<string, NewNotification>();
    for (const { kind, audience, params } of telling.notices(payload, { actorId })) {
      for (const receiver of await this.receivers.of(audience, actorId)) {
        // Who belongs to both parties is told once.
        const key = `${receiver.accountId} ${kind}`;
        if (entries.has(key)) continue;
        entries.set(key, {
          accountId: receiver.accountId,
          kind,
          params: { ...params, ...receiver.params },
        });
      }
    }
    if (entries.size === 0) return;
    const told = [...entries.values()];
    const open = await this.receivers.open(told.map(({ accountId }) => accountId));
    const { accountIds, deliveries } = await this.notifications.insert(
      eventId,
      told.filter(({ accountId }) => open.has(accountId)),
    );
    if (deliveries > 0) await this.outbox.record(deliveriesPlanned, { aboutEventId: eventId });
    await this.notifications.signal(accountIds);
  }
}
