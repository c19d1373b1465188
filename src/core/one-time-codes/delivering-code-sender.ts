import type { Locale } from '../context/index.js';
import { shortHash, type DevelopmentMessagesRepository, type Mailer } from '../mail/index.js';
import { TerminalTaskError } from '../tasks/index.js';
import { CODE_TEXTS } from './one-time-code.texts.js';
import { OneTimeCodeSender, type CodeReceiver } from './one-time-code-sender.js';
import type { SmsGateway } from './sms-gateway.port.js';

/** Codes to addresses go by mail, codes to phones through the gateway, or into the development mailbox without one. */
export class DeliveringCodeSender extends OneTimeCodeSender {
  constructor(
    private readonly mailer: Mailer,
    private readonly gateway: SmsGateway | null,
    /** Null in production. */
    private readonly development: DevelopmentMessagesRepository | null,
  ) {
    super();
  }

  reaches(kind: CodeReceiver['kind']): boolean {
    return kind === 'EMAIL' || this.gateway !== null || this.development !== null;
  }

  async send(receiver: CodeReceiver, code: string, locale: Locale): Promise<void> {
    const { subject, text } = CODE_TEXTS[locale](code);
    const deliveryId = `one-time-code-${shortHash(`${receiver.value}/${code}`)}`;
    if (receiver.kind === 'EMAIL') {
      await this.mailer.send({ to: receiver.value, subject, text, messageId: deliveryId });
    } else if (this.gateway) {
      await this.gateway.sendCode({ phone: receiver.value, code, locale, deliveryId });
    } else if (this.development) {
      await this.development.keep({
        channel: 'SMS',
        recipient: receiver.value,
        subject,
        body: text,
      });
    } else {
      throw new TerminalTaskError('No SMS gateway is connected');
    }
  }
}
