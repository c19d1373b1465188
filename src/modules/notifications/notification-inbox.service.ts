import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import { Clock } from '../../core/clock/index.js';
import { parseInput } from '../../core/validation/index.js';
import { actingAccount } from '../organisations/index.js';
import { ruleOf } from './notification-kinds.js';
import { notificationErrors } from './notification.errors.js';
import {
  markReadSchema,
  preferenceSchema,
  type MarkNotificationsReadInput,
  type SetNotificationPreferenceInput,
} from './notification.inputs.js';
import { NotificationRepository } from './notification.repository.js';

const KEEP_READ_DAYS = 180;
const PURGE_BATCH = 5_000;

/** What a person does with his notices, and how long they are kept. */
@Injectable()
export class NotificationInbox {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {}

  /** Answers the ids that were marked; what was read before, or is none of his, is passed over alike. */
  async markRead(
    actor: Actor,
    input: MarkNotificationsReadInput,
  ): Promise<{ accountId: string; readIds: string[] }> {
    const { ids, all } = parseInput(markReadSchema, input);
    const accountId = actingAccount(actor);
    const readIds = await this.notifications.markRead(accountId, all ? 'all' : (ids ?? []));
    // The answer of an action is kept: of many, the number of ids would be without bound.
    return { accountId, readIds: all ? [] : readIds };
  }

  async setPreference(actor: Actor, input: SetNotificationPreferenceInput): Promise<string> {
    const { kind, isEnabled } = parseInput(preferenceSchema, input);
    const { mail } = ruleOf(kind);
    if (mail === 'ALWAYS' || mail === 'NEVER')
      throw notificationErrors.NOT_CHOOSABLE({ field: ['kind'] });
    const accountId = actingAccount(actor);
    await this.notifications.setPreference(accountId, kind, isEnabled);
    return accountId;
  }

  /** Forgets what was read long ago; unread notices stay. */
  async purge(signal: AbortSignal): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEEP_READ_DAYS * 86_400_000);
    let removed = PURGE_BATCH;
    while (removed === PURGE_BATCH && !signal.aborted)
      removed = await this.notifications.purgeReadBefore(before, PURGE_BATCH);
  }
}
