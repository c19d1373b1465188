import { Injectable } from '@nestjs/common';
import { PersonalDataSource, type JsonValue } from '../../core/privacy/index.js';
import { NotificationReader } from './notification.reader.js';
import { NotificationRepository } from './notification.repository.js';

/** What a person was told and wants to be told. All of it goes with the account. */
@Injectable()
export class NotificationsPersonalData extends PersonalDataSource {
  override readonly part = 'notifications';

  constructor(
    private readonly reader: NotificationReader,
    private readonly notifications: NotificationRepository,
  ) {
    super();
  }

  override async exportFor(accountId: string): Promise<JsonValue> {
    const notices = await this.reader.allOf(accountId);
    const preferences = await this.reader.preferencesOf(accountId);
    if (notices.length === 0 && preferences.size === 0) return null;
    return {
      notices: notices.map(({ kind, createdAt, readAt }) => ({
        kind,
        createdAt: createdAt.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      })),
      mails: [...preferences].map(([kind, isEnabled]) => ({ kind, isEnabled })),
    };
  }

  override eraseFor(accountId: string): Promise<void> {
    return this.notifications.removeOf(accountId);
  }
}
