import { createHash } from 'node:crypto';
import { TerminalTaskError } from '../tasks/index.js';

export interface MailMessage {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /**
   * Names this very message, the same at every try (`notification-<uuid>`): what arrives twice after a crash is one
   * message to the receiver's mail program.
   */
  readonly messageId: string;
}

/** The message cannot be sent by any further try: a wrong address, or the receiving server refused it for good. */
export class MailRejected extends TerminalTaskError {
  override name = 'MailRejected';
}

/** The mail server did not take the message this time. */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable';
}

const ADDRESS = /^[^\s<>()[\]\\,;:"@\p{C}]{1,64}@[^\s<>()[\]\\,;:"@\p{C}]{1,255}$/u;
const MESSAGE_ID = /^[A-Za-z0-9][\w.-]{2,199}$/;
const MAX_SUBJECT_LENGTH = 200;

/** The message with a clean subject; throws for what could make more than one message or receiver of it. */
export function checkedMessage(message: MailMessage): MailMessage {
  if (!ADDRESS.test(message.to)) throw new MailRejected('The receiver is not one mail address');
  if (!MESSAGE_ID.test(message.messageId)) {
    throw new TypeError('A message id is 3 to 200 letters, digits, dots, dashes and underscores');
  }
  const subject = message.subject
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return { ...message, subject: subject.slice(0, MAX_SUBJECT_LENGTH) };
}

/** `<id@domain of the sender>`, as RFC 5322 wants it. */
export function messageIdHeader(messageId: string, from: string): string {
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'gongqiao.invalid';
  return `<${messageId}@${domain}>`;
}

/** A short name for text that must not stand in a message id itself. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
