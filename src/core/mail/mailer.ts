import type { MailMessage } from './mail-message.js';

/**
 * Sends mail. Called from task handlers, outside any unit of work: a mail server is slow and cannot be rolled back.
 * At least once: a task that is killed after sending sends again, with the same message id.
 */
export abstract class Mailer {
  /** Returns when the server has taken the message; throws `MailRejected` (for good) or `MailUnavailable`. */
  abstract send(message: MailMessage): Promise<void>;
}
