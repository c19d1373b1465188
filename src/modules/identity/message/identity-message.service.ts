import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '../../../core/clock/index.js';
import type { Locale } from '../../../core/context/index.js';
import { Outbox } from '../../../core/events/index.js';
import { Mailer } from '../../../core/mail/index.js';
import { OneTimeCodeSender } from '../../../core/one-time-codes/index.js';
import type { Contact } from '../contact/contact.rules.js';
import { messageQueued } from './identity-message.events.js';
import {
  IdentityMessageRepository,
  type IdentityMessageRow,
} from './identity-message.repository.js';
import { NOTICE_TEXTS } from './identity-message.texts.js';

const NOTICE_LIFETIME_MS = 3 * 24 * 60 * 60_000;

export interface MessageReceiver {
  readonly accountId: string | null;
  readonly contact: Contact;
  readonly locale: Locale;
}

/** Puts messages on their way within the unit of work that causes them; the worker sends and forgets them. */
@Injectable()
export class IdentityMessageService {
  constructor(
    private readonly messages: IdentityMessageRepository,
    private readonly outbox: Outbox,
    private readonly sender: OneTimeCodeSender,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async queueCode(
    receiver: MessageReceiver,
    code: { readonly digits: string; readonly expiresAt: Date; readonly isSuppressed: boolean },
  ): Promise<void> {
    await this.queue({
      ...receiver,
      kind: 'ONE_TIME_CODE',
      code: code.digits,
      isSuppressed: code.isSuppressed,
      expiresAt: code.expiresAt,
    });
  }

  async queueNotice(
    receiver: MessageReceiver,
    kind: 'CONTACT_CHANGED' | 'PASSWORD_CHANGED',
  ): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + NOTICE_LIFETIME_MS);
    await this.queue({ ...receiver, kind, code: null, isSuppressed: false, expiresAt });
  }

  /** Sends the message and forgets it; nothing when it was sent before, has expired or is not to be sent. */
  async send(messageId: string): Promise<void> {
    const message = await this.messages.find(messageId);
    if (!message) return;
    if (!message.isSuppressed && message.expiresAt > this.clock.now()) await this.deliver(message);
    await this.messages.remove(messageId);
  }

  private async deliver({ id, kind, contact, code, locale }: IdentityMessageRow): Promise<void> {
    if (kind === 'ONE_TIME_CODE') {
      if (code !== null) await this.sender.send(contact, code, locale);
    } else if (contact.kind === 'EMAIL') {
      const messageId = `identity-message-${id}`;
      await this.mailer.send({ to: contact.value, ...NOTICE_TEXTS[kind][locale], messageId });
    }
  }

  private async queue(row: Omit<IdentityMessageRow, 'id' | 'createdAt'>): Promise<void> {
    const id = this.ids.next();
    await this.messages.insert({ ...row, id, createdAt: this.clock.now() });
    await this.outbox.record(messageQueued, { messageId: id });
  }
}
