import { type DevelopmentMessagesRepository } from './development-messages.repository.js';
import { checkedMessage, type MailMessage } from './mail-message.js';
import { Mailer } from './mailer.js';

/** Keeps mail in the database instead of sending it; read at `/dev/messages`. */
export class DevelopmentMailer extends Mailer {
  constructor(private readonly messages: DevelopmentMessagesRepository) {
    super();
  }

  async send(message: MailMessage): Promise<void> {
    const { to, subject, text } = checkedMessage(message);
    await this.messages.keep({ channel: 'EMAIL', recipient: to, subject, body: text });
  }
}
