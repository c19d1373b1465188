import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../core/clock/index.js';
import { Mailer, MailRejected } from '../../core/mail/index.js';
import { TaskQueue } from '../../core/tasks/index.js';
import { AccountReader } from '../identity/index.js';
import { isMailed } from './notification-kinds.js';
import {
  NotificationDeliveryRepository,
  type DeliveryFailure,
  type PendingDelivery,
} from './notification-delivery.repository.js';
import { NotificationWriter } from './notification-writer.service.js';
import { ReceiverActors } from './receiver-actors.service.js';
import { sendNotification } from './notification.tasks.js';

/** Tries of the task itself are over well before. */
const OVERDUE_MS = 10 * 60_000;
/** A mail about something older helps nobody; the notice itself stays in the app. */
const GIVE_UP_MS = 3 * 86_400_000;
const BATCH = 1_000;

/** Sends notices by mail: each once, to whoever still is concerned and wants it, in his language. */
@Injectable()
export class NotificationDeliveryService {
  private readonly logger = new Logger('Notifications');

  constructor(
    private readonly deliveries: NotificationDeliveryRepository,
    private readonly accounts: AccountReader,
    private readonly actors: ReceiverActors,
    private readonly writer: NotificationWriter,
    private readonly mailer: Mailer,
    private readonly tasks: TaskQueue,
    private readonly clock: Clock,
  ) {}

  async enqueueAbout(eventId: string): Promise<void> {
    await this.enqueue(await this.deliveries.pendingOf(eventId));
  }

  /** Hands over again what is overdue; gives up what is too old. */
  async resume(): Promise<void> {
    const now = this.clock.now().getTime();
    const expired = await this.deliveries.giveUpBefore(new Date(now - GIVE_UP_MS));
    if (expired > 0) this.logger.error({ message: 'ALARM Mails given up unsent', count: expired });
    await this.enqueue(await this.deliveries.pendingBefore(new Date(now - OVERDUE_MS), BATCH));
  }

  /** Nothing when it was sent or ended before. After a kill in between it is sent again with the same message id. */
  async send(notificationId: string): Promise<void> {
    const pending = await this.deliveries.begin(notificationId);
    if (!pending) return;
    const failure = await this.deliver(pending);
    if (failure === null) await this.deliveries.end(notificationId, { state: 'sent' });
    else {
      const state = failure === 'REJECTED' ? 'failed' : 'skipped';
      await this.deliveries.end(notificationId, { state, failure });
    }
  }

  /** Null when the mail server has taken it. */
  private async deliver({
    accountId,
    notification,
    preference,
  }: PendingDelivery): Promise<DeliveryFailure | null> {
    if (!notification) return 'UNKNOWN_KIND';
    if (!isMailed(notification.kind, preference)) return 'MUTED';
    const contacts = (await this.accounts.contactsOf([accountId])).get(accountId);
    if (!contacts) return 'ACCOUNT_INACTIVE';
    // A contact of an account is a verified one.
    if (contacts.email === null) return 'NO_MAIL_ADDRESS';
    const actor = await this.actors.of(accountId);
    if (!this.writer.isConcerned(actor, notification)) return 'NOT_CONCERNED';
    const mail = await this.writer.mail(actor, contacts.preferredLocale, notification);
    try {
      const messageId = `notification-${notification.id}`;
      await this.mailer.send({ to: contacts.email, ...mail, messageId });
      return null;
    } catch (error) {
      if (!(error instanceof MailRejected)) throw error;
      this.logger.warn({ message: 'A mail was refused for good', notification: notification.id });
      return 'REJECTED';
    }
  }

  private async enqueue(notificationIds: readonly string[]): Promise<void> {
    await this.tasks.enqueueMany(
      sendNotification,
      notificationIds.map((notificationId) => ({
        payload: { notificationId },
        deduplicationId: notificationId,
      })),
    );
  }
}
