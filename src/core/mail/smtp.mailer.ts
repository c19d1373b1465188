import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import {
  checkedMessage,
  MailRejected,
  MailUnavailable,
  messageIdHeader,
  type MailMessage,
} from './mail-message.js';
import { Mailer } from './mailer.js';

export interface SmtpOptions {
  readonly url: string;
  readonly from: string;
  /** Time for connecting and for each answer of the server. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;

/** Sends over SMTP, with TLS where the server offers it. */
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;

  constructor(private readonly options: SmtpOptions) {
    super();
    const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.transport = createTransport({
      url: options.url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      // Contents are texts of ours; nothing in them may make the server read files or addresses.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(message: MailMessage): Promise<void> {
    const { to, subject, text, html, messageId } = checkedMessage(message);
    try {
      await this.transport.sendMail({
        from: this.options.from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: messageIdHeader(messageId, this.options.from),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw classified(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}

/** The server's text may repeat the address: only its code gets into our message, the rest stays in the cause. */
function classified(error: unknown): Error {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  const isFinal =
    responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH' && code !== 'ECONNECTION';
  return isFinal
    ? new MailRejected(`The mail server refused the message (${String(responseCode)})`, {
        cause: error,
      })
    : new MailUnavailable(`The mail server did not take the message (${code ?? 'unknown'})`, {
        cause: error,
      });
}
