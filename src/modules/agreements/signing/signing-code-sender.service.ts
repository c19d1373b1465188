import { Injectable } from '@nestjs/common';
import { OneTimeCodeSender, type CodeReceiver } from '../../../core/one-time-codes/index.js';
import type { Locale } from '../../../core/context/index.js';
import { AccountReader } from '../../identity/index.js';
import { SigningSessionRepository } from './signing-session.repository.js';

/** Sends the codes that signing needs: to the phone, or by mail where there is none that can be reached. */
@Injectable()
export class SigningCodeSender {
  constructor(
    private readonly sessions: SigningSessionRepository,
    private readonly accounts: AccountReader,
    private readonly sender: OneTimeCodeSender,
  ) {}

  async reaches(accountId: string): Promise<boolean> {
    return (await this.receiverOf(accountId)) !== null;
  }

  /** Sends what was not sent yet; safe to do again. */
  async send(signingSessionId: string): Promise<void> {
    const unsent = await this.sessions.unsentCode(signingSessionId);
    const to = unsent && (await this.receiverOf(unsent.accountId));
    if (!to) return;
    await this.sender.send(to.receiver, unsent.digits, to.locale);
    await this.sessions.forgetCode(signingSessionId);
  }

  private async receiverOf(
    accountId: string,
  ): Promise<{ receiver: CodeReceiver; locale: Locale } | null> {
    const contacts = (await this.accounts.contactsOf([accountId])).get(accountId);
    if (!contacts) return null;
    const { phone, email, preferredLocale: locale } = contacts;
    if (phone !== null && this.sender.reaches('PHONE'))
      return { receiver: { kind: 'PHONE', value: phone }, locale };
    if (email !== null && this.sender.reaches('EMAIL'))
      return { receiver: { kind: 'EMAIL', value: email }, locale };
    return null;
  }
}
