import { Injectable } from '@nestjs/common';
import {
  isMailed,
  NOTIFICATION_KINDS,
  ruleOf,
  type NotificationKind,
} from './notification-kinds.js';
import type { NotificationPreference } from './notification.model.js';
import { NotificationReader } from './notification.reader.js';

/** What is sent to a person: the rule of each kind and what the person said about it. */
@Injectable()
export class NotificationPreferences {
  constructor(private readonly reader: NotificationReader) {}

  async listFor(accountId: string): Promise<NotificationPreference[]> {
    const said = await this.reader.preferencesOf(accountId);
    return NOTIFICATION_KINDS.map((kind) => preferenceOf(kind, said.get(kind) ?? null));
  }

  async of(accountId: string, kind: NotificationKind): Promise<NotificationPreference> {
    const said = await this.reader.preferencesOf(accountId);
    return preferenceOf(kind, said.get(kind) ?? null);
  }
}

function preferenceOf(kind: NotificationKind, said: boolean | null): NotificationPreference {
  const { mail } = ruleOf(kind);
  return {
    kind,
    channel: 'EMAIL',
    isEnabled: isMailed(kind, said),
    isChoosable: mail === 'UNLESS_MUTED' || mail === 'ON_REQUEST',
  };
}
