import { Injectable } from '@nestjs/common';
import { HandlesTask, type TaskRun } from '../../core/tasks/index.js';
import { NotificationDeliveryService } from './notification-delivery.service.js';
import { NotificationInbox } from './notification-inbox.service.js';
import { purgeNotifications, resumeDeliveries, sendNotification } from './notification.tasks.js';

@Injectable()
export class NotificationProcessor {
  constructor(
    private readonly deliveries: NotificationDeliveryService,
    private readonly inbox: NotificationInbox,
  ) {}

  @HandlesTask(sendNotification)
  async send({ notificationId }: { notificationId: string }): Promise<void> {
    await this.deliveries.send(notificationId);
  }

  @HandlesTask(resumeDeliveries)
  async resume(): Promise<void> {
    await this.deliveries.resume();
  }

  @HandlesTask(purgeNotifications)
  async purge(_payload: object, { signal }: TaskRun): Promise<void> {
    await this.inbox.purge(signal);
  }
}
